package io.guanxi.loyalty.reward.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.loyalty.reward.domain.RewardCommand.GiveUnitBack;
import io.guanxi.loyalty.reward.domain.RewardCommand.TakeUnit;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitGivenBack;
import io.guanxi.loyalty.reward.domain.RewardEvent.UnitTaken;
import io.guanxi.loyalty.reward.domain.RewardRejection.HoldIsOver;
import io.guanxi.loyalty.reward.domain.RewardRejection.RewardIsGone;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GivingUnitsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");

    private RewardStock stock = RewardStock.untouched();

    @Test
    void thereAreAsManyAsTheRulesSay() {
        assertThat(take("h1", 2L)).isEqualTo(Decision.accept(new UnitTaken("h1", "acme/c", 1, NOW)));
        take("h2", 2L);

        assertThat(take("h3", 2L)).isEqualTo(Decision.refuse(new RewardIsGone(2)));
        assertThat(stock.taken()).isEqualTo(2);
    }

    @Test
    void aHigherStockLetsMoreBeTakenAndALowerOneTakesNothingBack() {
        take("h1", 1L);
        assertThat(take("h2", 1L)).isEqualTo(Decision.refuse(new RewardIsGone(1)));

        assertThat(take("h2", 2L)).isInstanceOf(Decision.Accepted.class);
        assertThat(take("h3", 1L)).isEqualTo(Decision.refuse(new RewardIsGone(1)));
        assertThat(stock.taken()).isEqualTo(2);
    }

    @Test
    void aHoldGetsOneUnitHoweverOftenItAsks() {
        take("h1", 1L);

        assertThat(take("h1", 1L)).isEqualTo(Decision.nothing());
        assertThat(stock.taken()).isEqualTo(1);
    }

    @Test
    void aUnitThatIsGivenBackIsThereForOthers() {
        take("h1", 1L);

        giveBack("h1");
        assertThat(giveBack("h1")).isEqualTo(Decision.nothing());

        assertThat(stock.taken()).isZero();
        assertThat(take("h2", 1L)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void whoAsksAfterTheHoldIsOverGetsNothing() {
        assertThat(giveBack("h1")).isEqualTo(Decision.accept(new UnitGivenBack("h1", false, 0, NOW)));

        assertThat(take("h1", 5L)).isEqualTo(Decision.refuse(new HoldIsOver("h1")));
        assertThat(stock.taken()).isZero();
    }

    private Decision<RewardEvent, RewardRejection> take(String hold, Long of) {
        return decide(new TakeUnit(hold, "acme/c", of, NOW));
    }

    private Decision<RewardEvent, RewardRejection> giveBack(String hold) {
        return decide(new GiveUnitBack(hold, NOW));
    }

    private Decision<RewardEvent, RewardRejection> decide(RewardCommand command) {
        var decision = RewardDecider.decide(stock, command);
        if (decision instanceof Decision.Accepted<RewardEvent, RewardRejection> accepted) {
            for (RewardEvent event : accepted.events()) {
                stock = RewardStock.evolve(stock, event);
            }
        }
        return decision;
    }
}
