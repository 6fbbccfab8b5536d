package io.guanxi.loyalty.account.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventing.job.JobStep;
import io.guanxi.eventing.job.JobTurn;
import io.guanxi.loyalty.account.audit.AuditReport.Check;
import io.guanxi.web.Page;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditingAllAccountsTest {

    private static final Instant THEN = Instant.parse("2026-03-01T09:30:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Duration> pauses = new ArrayList<>();
    private final List<String> audited = new ArrayList<>();
    private int wrongLooks = Integer.MAX_VALUE;

    private final AuditingAllAccounts job = new AuditingAllAccounts(
            AuditingAllAccountsTest::sevenCustomers,
            customer -> report(customer.customerId()),
            3,
            pauses::add,
            new AuditMeters(meters));

    @Test
    void allAccountsAreAuditedPageByPageAndTheWrongOnesAreNamed() throws Exception {
        AuditOfAll result = run();

        assertThat(result.checked()).isEqualTo(7);
        assertThat(result.disagreements()).isEqualTo(1);
        assertThat(result.customers()).containsExactly(id(5));
        assertThat(audited).contains(id(0), id(6));
        assertThat(meters.counter("guanxi.loyalty.audit.accounts").count()).isEqualTo(7);
        assertThat(meters.counter("guanxi.loyalty.audit.disagreements").count()).isEqualTo(1);
    }

    @Test
    void noMoreAreAuditedInASecondThanAllowed() throws Exception {
        run();

        assertThat(pauses).hasSize(7).allSatisfy(pause -> assertThat(pause).isGreaterThan(Duration.ofMillis(333)));
    }

    @Test
    void aViewThatMovedOnWhileItWasReadIsReadOnceMore() throws Exception {
        wrongLooks = 1;

        assertThat(run().disagreements()).isZero();
    }

    @Test
    void eachInstanceAsksOnceInEachPeriodUnderTheSameId() {
        var asked = new ArrayList<String>();
        var now = new Instant[] {THEN};
        var schedule = new AuditSchedule(
                () -> List.of("acme", "beta"),
                (tenant, id) -> asked.add(tenant + " " + id),
                Duration.ofHours(24),
                new MovedClock(now));

        schedule.lookAtTheClock();
        schedule.lookAtTheClock();
        assertThat(asked).containsExactly("acme audit-1772323200", "beta audit-1772323200");
        now[0] = THEN.plus(Duration.ofHours(24));
        schedule.lookAtTheClock();
        assertThat(asked).hasSize(4).contains("acme audit-1772409600");
    }

    @Test
    void whatCannotBeAskedForNowIsAskedForLater() {
        var asked = new ArrayList<String>();
        var schedule = new AuditSchedule(
                () -> {
                    if (asked.isEmpty()) {
                        asked.add("refused");
                        throw new IllegalStateException("the store is away");
                    }
                    return List.of("acme");
                },
                (tenant, id) -> asked.add(tenant),
                Duration.ofHours(24),
                Clock.fixed(THEN, ZoneOffset.UTC));

        schedule.lookAtTheClock();
        schedule.lookAtTheClock();
        assertThat(asked).containsExactly("refused", "acme");
    }

    private AuditOfAll run() throws Exception {
        AuditProgress progress = null;
        while (true) {
            var turn = new JobTurn<>("acme", "a-1", "schedule", THEN, new AuditingAllAccounts.Asked(), progress, 1);
            switch (job.step(turn)) {
                case JobStep.Further<AuditProgress> further -> progress = further.progress();
                case JobStep.Done<AuditProgress> done -> {
                    return (AuditOfAll) done.result();
                }
                case JobStep.Failed<AuditProgress> failed -> throw new AssertionError(failed.message());
            }
        }
    }

    private static Page<String> sevenCustomers(String tenant, @Nullable String cursor, int limit) {
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        int until = Math.min(7, from + limit);
        var ids = new ArrayList<String>();
        for (int i = from; i < until; i++) {
            ids.add(id(i));
        }
        return new Page<>(ids, until == 7 ? null : Integer.toString(until));
    }

    private static String id(int number) {
        return "1b671a64-40d5-491e-99b0-da01ff1f334" + number;
    }

    private Optional<AuditReport> report(String customerId) {
        audited.add(customerId);
        boolean wrong = customerId.equals(id(5)) && wrongLooks-- > 0;
        var check = new Check("details-balance", 1, wrong ? 2 : 1);
        return Optional.of(new AuditReport(customerId, !wrong, 1, 1, 1, List.of(check), AuditReport.LIMITS));
    }

    private static final class MovedClock extends Clock {

        private final Instant[] now;

        private MovedClock(Instant[] now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now[0];
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
