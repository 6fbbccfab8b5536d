package io.guanxi.analytics.membership.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.history.domain.Flow;
import io.guanxi.analytics.history.domain.PurchaseHistory;
import io.guanxi.analytics.measuring.stream.Compared;
import io.guanxi.analytics.membership.SegmentScans;
import io.guanxi.analytics.models.domain.Cause;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.ModelCommand;
import io.guanxi.analytics.models.domain.ModelCommand.DraftSegment;
import io.guanxi.analytics.models.domain.ModelCommand.RetireSegment;
import io.guanxi.analytics.models.domain.ModelCommand.SwitchSegment;
import io.guanxi.analytics.models.domain.ModelDecider;
import io.guanxi.analytics.models.domain.ModelEvent;
import io.guanxi.analytics.models.domain.ModelRejection;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.report.ReportDesk;
import io.guanxi.analytics.report.Reports;
import io.guanxi.analytics.segment.domain.Comparison;
import io.guanxi.analytics.segment.domain.Condition;
import io.guanxi.analytics.segment.domain.Measure;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.analytics.value.domain.OrderRecord;
import io.guanxi.analytics.value.domain.Sums;
import io.guanxi.analytics.value.domain.SumsByCurrency;
import io.guanxi.kernel.Decision;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Role;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Twenty customers; customer i has spent 10·i on the i-th of March 2026. The latest event is of the 20th. */
class AskingAboutSegmentsTest {

    private static final Caller CALLER = new Caller("shop", "li", Set.of(Role.MARKETER));
    private static final LocalDate LATEST = LocalDate.parse("2026-03-20");
    private static final String NAME = "big-spenders";
    private static final int CUSTOMERS = 20;

    private final List<Member> members = members();
    private ModelBook book = ModelBook.empty();
    private Versions versions = Versions.NONE.withBoundaries(1, boundaries(LATEST));
    private int commands;

    @Test
    void members_come_page_by_page_in_order_and_the_first_page_counts_them() {
        use("150");

        MembersAnswer first = controller().members(CALLER, NAME, null, null, 4, false);
        assertThat(first.asOf()).isEqualTo(LATEST);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.count()).isEqualTo(6);
        assertThat(ids(first)).containsExactly(id(15), id(16), id(17), id(18));

        MembersAnswer second = controller().members(CALLER, NAME, null, first.next(), 4, false);
        assertThat(second.count()).isNull();
        assertThat(ids(second)).containsExactly(id(19), id(20));
        assertThat(second.next()).isNull();
    }

    @Test
    void a_list_goes_on_as_of_the_day_that_it_began_with() {
        use("150");
        MembersAnswer first = controller().members(CALLER, NAME, null, null, 4, false);
        versions = versions.withBoundaries(2, boundaries(LATEST.plusDays(9)));

        MembersAnswer second = controller().members(CALLER, NAME, null, first.next(), 4, false);
        assertThat(second.asOf()).isEqualTo(LATEST);
        refused(
                400,
                "invalid-request",
                () -> controller().members(CALLER, NAME, LATEST.plusDays(1), first.next(), 4, false));
    }

    @Test
    void nobody_is_in_a_segment_before_it_was_in_use_or_after_it_was_retired() {
        use("150");
        assertThat(controller()
                        .members(CALLER, NAME, LATEST.minusDays(1), null, 4, false)
                        .items())
                .isEmpty();

        send(new RetireSegment(cause(), LATEST, NAME));
        MembersAnswer after = controller().members(CALLER, NAME, null, null, 4, false);
        assertThat(after.items()).isEmpty();
        assertThat(after.version()).isNull();
    }

    @Test
    void a_difference_counts_who_would_enter_leave_and_stay() {
        use("150");
        draft(new Condition.All(List.of(
                atLeast("130"),
                new Condition.Compare(Measure.NET_REVENUE, Comparison.LESS_THAN, new BigDecimal("180")))));

        DifferenceAnswer difference = controller().difference(CALLER, NAME, null);
        assertThat(difference).isEqualTo(new DifferenceAnswer(NAME, LATEST, 1, 3, CUSTOMERS, 6, 5, 3, 2, 3));
        assertThat(ids(side("entering"))).containsExactly(id(13), id(14));
        assertThat(ids(side("leaving"))).containsExactly(id(18), id(19), id(20));
        assertThat(ids(side("both"))).containsExactly(id(15), id(16), id(17));
    }

    @Test
    void a_draft_of_a_new_segment_is_held_against_nobody() {
        draft(atLeast("190"));

        DifferenceAnswer difference = controller().difference(CALLER, NAME, null);
        assertThat(difference).isEqualTo(new DifferenceAnswer(NAME, LATEST, null, 1, CUSTOMERS, 0, 2, 0, 2, 0));
    }

    @Test
    void a_switch_lets_in_whom_the_difference_has_announced() {
        use("150");
        draft(atLeast("120"));
        List<String> announced = new ArrayList<>(ids(side("both")));
        announced.addAll(ids(side("entering")));
        Collections.sort(announced);

        send(new SwitchSegment(cause(), LATEST, NAME, null));
        assertThat(ids(controller().members(CALLER, NAME, null, null, 100, false)))
                .isEqualTo(announced)
                .hasSize(9);
    }

    @Test
    void reasons_name_the_condition_in_both_languages() {
        use("150");
        draft(atLeast("190"));

        MemberAnswer leaving = controller()
                .side(CALLER, NAME, "leaving", null, null, 1, true)
                .items()
                .getFirst();
        assertThat(leaving.present().code()).isEqualTo("in");
        assertThat(leaving.drafted().code()).isEqualTo("out");
        assertThat(leaving.drafted().sentences().get("en")).contains("190", "150");
        assertThat(leaving.drafted().sentences().get("zh-CN")).contains("净消费额", "190", "150");
    }

    @Test
    void a_customer_is_told_in_or_out_with_stays_and_what_the_draft_would_change() {
        use("150");
        draft(atLeast("190"));
        SegmentOnDay segment = desk().segment("shop", NAME, null);

        CustomerInSegment answer =
                CustomerInSegment.of(id(16), segment, members.get(indexOf(16)).history());
        assertThat(answer.in()).isTrue();
        assertThat(answer.stays()).containsExactly(new CustomerInSegment.Stay(1, LATEST, null));
        assertThat(answer.explanation().code()).isEqualTo("in");
        assertThat(answer.draft().revision()).isEqualTo(3);
        assertThat(answer.draft().in()).isFalse();
        assertThat(CustomerInSegment.of(id(3), segment, members.get(indexOf(3)).history())
                        .in())
                .isFalse();
    }

    @Test
    void a_list_of_a_draft_that_was_changed_meanwhile_does_not_go_on() {
        draft(atLeast("100"));
        String next = controller()
                .side(CALLER, NAME, "entering", null, null, 3, false)
                .next();
        draft(atLeast("110"));

        refused(409, "draft-was-changed", () -> controller().side(CALLER, NAME, "entering", null, next, 3, false));
    }

    @Test
    void what_cannot_be_asked_is_refused_with_a_reason() {
        refused(404, "segment-not-found", () -> controller().members(CALLER, "nobody", null, null, 3, false));
        use("150");
        String cursor = controller().members(CALLER, NAME, null, null, 1, false).next();
        refused(409, "segment-has-no-draft", () -> controller().difference(CALLER, NAME, null));
        refused(400, "invalid-request", () -> controller().side(CALLER, NAME, "neither", null, null, 3, false));
        refused(400, "invalid-request", () -> controller().members(CALLER, NAME, null, null, 0, false));
        refused(400, "invalid-request", () -> controller().members(CALLER, NAME, null, null, 1001, false));
        refused(400, "invalid-request", () -> controller().members(CALLER, NAME, null, null, 101, true));
        refused(400, "invalid-request", () -> controller().members(CALLER, NAME, null, "broken", 3, false));
        refused(400, "invalid-request", () -> controller().side(CALLER, NAME, "leaving", null, cursor, 3, false));
        refused(400, "invalid-request", () -> controller().members(CALLER, NAME, LocalDate.MAX, null, 3, false));
        refused(400, "invalid-request", () -> controller().members(CALLER, NAME, LocalDate.MIN, null, 3, false));
        versions = Versions.NONE;
        refused(404, "boundaries-not-measured", () -> controller().members(CALLER, NAME, null, null, 3, false));
    }

    private MembersAnswer side(String side) {
        return controller().side(CALLER, NAME, side, null, null, 100, false);
    }

    private void use(String atLeast) {
        draft(atLeast(atLeast));
        send(new SwitchSegment(cause(), LATEST, NAME, null));
    }

    private void draft(Condition condition) {
        send(new DraftSegment(cause(), NAME, "Big spenders", condition));
    }

    private void send(ModelCommand command) {
        switch (ModelDecider.decide(book, command)) {
            case Decision.Accepted<ModelEvent, ModelRejection> accepted ->
                accepted.events().forEach(event -> {
                    book = ModelBook.evolve(book, event);
                    versions = versions.with(event);
                });
            case Decision.Refused<ModelEvent, ModelRejection> refused ->
                throw new AssertionError(refused.reason().message());
        }
    }

    private Cause cause() {
        return new Cause("command-" + ++commands, Instant.EPOCH, "li", null);
    }

    private static Condition atLeast(String amount) {
        return new Condition.Compare(Measure.NET_REVENUE, Comparison.AT_LEAST, new BigDecimal(amount));
    }

    private SegmentCustomersController controller() {
        return new SegmentCustomersController(desk());
    }

    private SegmentDesk desk() {
        Population population = new Population() {
            @Override
            public void scan(String tenant, Consumer<Member> each) {
                members.forEach(each);
            }

            @Override
            public void orders(String tenant, BiConsumer<String, OrderRecord> each) {
                throw new UnsupportedOperationException();
            }
        };
        ReportDesk reports = new ReportDesk(
                new Reports(population, tenant -> versions, (tenant, day) -> Optional.empty()),
                tenant -> Optional.of(LATEST));
        return new SegmentDesk(
                new SegmentScans(population), reports, tenant -> new Compared(versions, null), tenant -> book);
    }

    private int indexOf(int customer) {
        return members.stream().map(Member::customerId).toList().indexOf(id(customer));
    }

    private static List<String> ids(MembersAnswer answer) {
        return answer.items().stream().map(MemberAnswer::customerId).toList();
    }

    private static void refused(int status, String code, ThrowingCallable question) {
        assertThatThrownBy(question).isInstanceOfSatisfying(RequestRefused.class, refused -> {
            assertThat(refused.problem().status().value()).isEqualTo(status);
            assertThat(refused.problem().code()).isEqualTo(code);
        });
    }

    private static List<Member> members() {
        List<Member> members = new ArrayList<>();
        for (int customer = 1; customer <= CUSTOMERS; customer++) {
            LocalDate day = LATEST.withDayOfMonth(customer);
            TreeMap<String, Sums> sums = new TreeMap<>();
            sums.put("EUR", new Sums(1, BigDecimal.valueOf(10L * customer), BigDecimal.ZERO));
            Flow flow = new Flow(day, day, 1, 1, 0, new SumsByCurrency(sums));
            members.add(new Member(
                    id(customer), CustomerHistory.NONE.with(PurchaseHistory.of(List.of(flow))), Standing.NONE));
        }
        Collections.shuffle(members, new Random(7));
        return members;
    }

    private static String id(int customer) {
        return "00000000-0000-4000-8000-%012d".formatted(customer);
    }

    private static Boundaries boundaries(LocalDate measuredAt) {
        return new Boundaries(
                measuredAt,
                CUSTOMERS,
                "EUR",
                List.of(16L, 12L, 8L, 4L),
                List.of(1L, 1L, 1L, 1L),
                List.of(
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(80),
                        BigDecimal.valueOf(120),
                        BigDecimal.valueOf(160)));
    }
}
