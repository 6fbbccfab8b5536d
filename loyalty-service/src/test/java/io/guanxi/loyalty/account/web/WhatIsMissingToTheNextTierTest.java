package io.guanxi.loyalty.account.web;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.guanxi.loyalty.account.domain.LedgerFixture.newAccount;
import static io.guanxi.loyalty.account.domain.RulesFixture.rules;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.guanxi.loyalty.account.domain.Foresight;
import io.guanxi.loyalty.account.domain.LedgerFixture;
import io.guanxi.loyalty.account.domain.TiersFixture;
import io.guanxi.loyalty.account.explain.ExplainingATier;
import io.guanxi.loyalty.account.explain.TierExplanation.ToRise;
import io.guanxi.loyalty.account.history.AccountHistory;
import io.guanxi.loyalty.account.history.AccountThen;
import io.guanxi.loyalty.account.history.Lines;
import io.guanxi.loyalty.account.history.RecallingAnAccount;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIsMissingToTheNextTierTest {

    @Test
    void theNextTierAndWhatIsMissingAreOfThePresentState() {
        ToRise missing = Objects.requireNonNull(missing(customer(), LedgerFixture.THEN));

        assertThat(missing.tier()).isEqualTo("gold");
        assertThat(missing.missing()).isEqualTo("350.00");
    }

    @Test
    void theHighestTierMissesNothing() {
        assertThat(missing(customer().paid("A-2", "900.00"), LedgerFixture.THEN))
                .isNull();
    }

    @Test
    void aProgrammeWithoutTiersHasNoNextOne() {
        assertThat(missing(newAccount().paid("A-1", "650.00"), LedgerFixture.THEN))
                .isNull();
    }

    /** Years later the spend counts no more and the tier has ended, though nobody has looked. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-03-01T09:30:00Z", "2026-12-31T16:00:00Z", "2027-12-31T15:59:59Z", "2029-01-01T00:00:00Z"})
    void itIsTheSameAsTheWholeLogGives(String moment) {
        Instant now = Instant.parse(moment);
        LedgerFixture account = customer();
        AccountThen folded = AccountThen.of(Lines.of(account.events()), now, null, now, account.book());

        assertThat(missing(account, now))
                .isNotNull()
                .isEqualTo(ExplainingATier.explain(folded, account.book()).toRise());
    }

    @Test
    void thePresentIsToldWithoutReadingTheLog() {
        JavaClasses web = new ClassFileImporter().importPackagesOf(PresentAccounts.class);

        noClasses()
                .that()
                .areAssignableTo(PresentAccounts.class)
                .or()
                .areAssignableTo(AccountController.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(RecallingAnAccount.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(AccountHistory.class)
                .check(web);
    }

    private static LedgerFixture customer() {
        return newAccount()
                .under(rules().tiers(TiersFixture.spend("silver", "500", "gold", "1000")))
                .paid("A-1", "650.00");
    }

    private static @Nullable ToRise missing(LedgerFixture account, Instant now) {
        return PresentAccounts.nextTier(Foresight.of(account.account(), now, account.book()), account.book(), now);
    }
}
