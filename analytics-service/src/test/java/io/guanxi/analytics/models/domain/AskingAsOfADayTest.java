package io.guanxi.analytics.models.domain;

import static io.guanxi.analytics.models.domain.SomeModels.MARCH;
import static io.guanxi.analytics.models.domain.SomeModels.cause;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.models.domain.ModelCommand.DraftSegment;
import io.guanxi.analytics.models.domain.ModelCommand.PublishPyramidRule;
import io.guanxi.analytics.models.domain.ModelCommand.RecordClusters;
import io.guanxi.analytics.models.domain.ModelCommand.RecordLifetimeModel;
import io.guanxi.analytics.models.domain.ModelCommand.RecordRiskModel;
import io.guanxi.analytics.models.domain.ModelCommand.RetireSegment;
import io.guanxi.analytics.models.domain.ModelCommand.SwitchSegment;
import io.guanxi.analytics.models.domain.ModelEvent.LifetimeModelFitted;
import io.guanxi.analytics.models.domain.ModelEvent.PyramidRulePublished;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentRetired;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentSwitched;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.kernel.Decision;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingAsOfADayTest {

    private static final int DAYS = 60;

    @Test
    void before_anything_was_recorded_nothing_is_in_force() {
        InForce none = Versions.NONE.on(MARCH);
        assertThat(none.lifetime()).isNull();
        assertThat(none.segments()).isEmpty();
        assertThat(none.comparison()).isNull();
        assertThat(Versions.NONE.changes(LocalDate.EPOCH, MARCH)).isEmpty();
        assertThat(Versions.NONE.generation()).isZero();
        assertThat(Versions.NONE.latestDay()).isNull();
    }

    @Test
    void a_version_holds_on_its_first_day_and_not_on_the_day_before() {
        Versions versions =
                Versions.NONE.with(new LifetimeModelFitted(cause("c-1"), 1, MARCH, SomeModels.withEverything()));
        assertThat(versions.on(MARCH.minusDays(1)).lifetime()).isNull();
        assertThat(versions.on(MARCH).lifetime()).isNotNull().satisfies(model -> {
            assertThat(model.version()).isEqualTo(1);
            assertThat(model.currency()).isEqualTo("EUR");
            assertThat(model.orders().parameters()).containsEntry("r", 0.2426);
        });
    }

    @Test
    void amounts_are_compared_as_the_rule_of_the_day_says() {
        Versions versions = Versions.NONE
                .withBoundaries(1, boundaries(MARCH.minusDays(5)))
                .with(new PyramidRulePublished(cause("c-1"), 1, MARCH, SomeModels.pyramid("500")));
        assertThat(versions.on(MARCH.minusDays(1)).comparison()).isEqualTo(Conversion.only("EUR"));
        assertThat(versions.on(MARCH).comparison())
                .isEqualTo(new Conversion("EUR", Map.of("USD", new BigDecimal("0.92"))));
    }

    @Test
    void of_boundaries_of_one_day_the_last_revision_holds_and_later_ones_do_not_reach_back() {
        Versions versions = Versions.NONE
                .withBoundaries(1, boundaries(MARCH))
                .withBoundaries(3, boundaries(MARCH.plusDays(1)))
                .withBoundaries(2, boundaries(MARCH));
        assertThat(versions.on(MARCH).boundariesVersion()).isEqualTo(2);
        assertThat(versions.on(MARCH.plusDays(9)).boundariesVersion()).isEqualTo(3);
        assertThat(versions.withBoundaries(1, boundaries(MARCH))).isSameAs(versions);
        assertThat(versions.generation()).as("boundaries are no generation").isZero();
    }

    @Test
    void what_changed_since_a_generation_begins_with_its_earliest_day() {
        Versions versions = Versions.NONE
                .with(new PyramidRulePublished(cause("c-1"), 1, MARCH, SomeModels.pyramid("500")))
                .with(new LifetimeModelFitted(cause("c-2"), 1, MARCH.plusDays(9), SomeModels.withEverything()))
                .with(new PyramidRulePublished(cause("c-3"), 2, MARCH.plusDays(4), SomeModels.pyramid("600")));
        assertThat(versions.changedSince(1)).isEqualTo(MARCH.plusDays(4));
        assertThat(versions.changedSince(0)).isEqualTo(MARCH);
        assertThat(versions.changedSince(3)).isEqualTo(LocalDate.MAX);
        assertThat(versions.changes(MARCH, MARCH.plusDays(9))).containsExactly(MARCH.plusDays(4), MARCH.plusDays(9));
    }

    /** Also what is asked again after later versions were recorded: that is what it is for. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void what_was_answered_as_of_a_day_that_is_over_stays_the_answer(long seed) {
        Random random = new Random(seed);
        ModelBook book = ModelBook.empty();
        Versions versions = Versions.NONE;
        List<ModelEvent> recorded = new ArrayList<>();
        Map<LocalDate, InForce> answered = new TreeMap<>();
        for (int day = 0; day < DAYS; day++) {
            LocalDate today = MARCH.plusDays(day);
            versions = versions.withBoundaries(day + 1, boundaries(today));
            for (int wish = random.nextInt(3); wish > 0; wish--) {
                for (ModelEvent event : decided(book, wish(random, today, recorded.size()))) {
                    book = ModelBook.evolve(book, event);
                    versions = versions.with(event);
                    recorded.add(event);
                }
            }
            answered.put(today, versions.on(today));
            Versions present = versions;
            assertThat(answered)
                    .as("seed %d, day %d", seed, day)
                    .allSatisfy((then, answer) -> assertThat(present.on(then)).isEqualTo(answer));
        }
        assertThat(recorded).as("seed %d records something", seed).hasSizeGreaterThan(10);
        assertEqualsPlainLookUp(seed, versions, recorded);
    }

    private static void assertEqualsPlainLookUp(long seed, Versions versions, List<ModelEvent> recorded) {
        for (int day = -2; day < DAYS + 100; day++) {
            LocalDate then = MARCH.plusDays(day);
            InForce answer = versions.on(then);
            String what = "seed %d, %s".formatted(seed, then);
            assertThat(answer.pyramid() == null ? 0 : answer.pyramid().version())
                    .as(what)
                    .isEqualTo(latest(recorded, PyramidRulePublished.class, then));
            assertThat(answer.lifetime() == null ? 0 : answer.lifetime().version())
                    .as(what)
                    .isEqualTo(latest(recorded, LifetimeModelFitted.class, then));
            assertThat(answer.risk() == null ? 0 : answer.risk().version())
                    .as(what)
                    .isEqualTo(latest(recorded, ModelEvent.RiskModelFitted.class, then));
            assertThat(answer.clusters() == null ? 0 : answer.clusters().version())
                    .as(what)
                    .isEqualTo(latest(recorded, ModelEvent.ClustersFound.class, then));
            assertThat(answer.segments().stream().map(SegmentDefinition::name).toList())
                    .as(what)
                    .isEqualTo(segments(recorded, then));
        }
    }

    private static int latest(List<ModelEvent> recorded, Class<? extends ModelEvent.Version> kind, LocalDate then) {
        return recorded.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(version -> !version.effectiveFrom().isAfter(then))
                .mapToInt(ModelEvent.Version::version)
                .max()
                .orElse(0);
    }

    private static List<String> segments(List<ModelEvent> recorded, LocalDate then) {
        Map<String, ModelEvent> last = new TreeMap<>();
        recorded.stream()
                .filter(event -> event instanceof SegmentSwitched || event instanceof SegmentRetired)
                .filter(event -> !((ModelEvent.Version) event).effectiveFrom().isAfter(then))
                .forEach(event -> last.put(((ModelEvent.OfSegment) event).name(), event));
        return last.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof SegmentSwitched)
                .map(Map.Entry::getKey)
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private static List<ModelEvent> decided(ModelBook book, ModelCommand command) {
        return switch (ModelDecider.decide(book, command)) {
            case Decision.Accepted<ModelEvent, ModelRejection> accepted -> accepted.events();
            case Decision.Refused<ModelEvent, ModelRejection> refused -> List.of();
        };
    }

    private static ModelCommand wish(Random random, LocalDate today, int count) {
        Cause cause = cause("c-" + count + "-" + random.nextLong());
        String segment = Stream.of("a", "b", "c").toList().get(random.nextInt(3));
        LocalDate data = today.minusDays(random.nextInt(30));
        return switch (random.nextInt(8)) {
            case 0 -> new RecordLifetimeModel(cause, today, SomeModels.lifetime(data, 0.1 + random.nextDouble()));
            case 1 -> new RecordRiskModel(cause, today, SomeModels.risk(data.minusDays(90), random.nextDouble()));
            case 2 -> new RecordClusters(cause, today, SomeModels.clusters(data, random.nextDouble()));
            case 3 -> new PublishPyramidRule(cause, today, SomeModels.pyramid(String.valueOf(1 + random.nextInt(3))));
            case 4, 5 ->
                new DraftSegment(cause, segment, "T", SomeModels.spentAtLeast(String.valueOf(random.nextInt(100))));
            case 6 -> new SwitchSegment(cause, today, segment, null);
            default -> new RetireSegment(cause, today, segment);
        };
    }

    private static Boundaries boundaries(LocalDate day) {
        return new Boundaries(
                day,
                5,
                "EUR",
                List.of(1L, 2L, 3L, 4L),
                List.of(1L, 2L, 3L, 4L),
                List.of(BigDecimal.ONE, BigDecimal.TWO, BigDecimal.TEN, BigDecimal.TEN));
    }
}
