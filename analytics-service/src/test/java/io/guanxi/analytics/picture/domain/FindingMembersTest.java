package io.guanxi.analytics.picture.domain;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.membership.MembersOn;
import io.guanxi.analytics.membership.SegmentDifference;
import io.guanxi.analytics.membership.SegmentScans;
import io.guanxi.analytics.membership.Side;
import io.guanxi.analytics.membership.SideCounts;
import io.guanxi.analytics.picture.domain.RandomLife.News;
import io.guanxi.analytics.picture.domain.RandomLife.Orders;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import io.guanxi.analytics.value.domain.OrderRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Members that are found by going through everybody, beside those that live events have let in one by one. */
@Execution(ExecutionMode.CONCURRENT)
class FindingMembersTest {

    private static final String TENANT = "shop";
    private static final List<String> SEGMENTS = List.of("one", "two", "three");
    private static final int SEEDS_A_TEST = 8;
    private static final int CUSTOMERS = 12;
    private static final int VERSIONS = 12;
    private static final int DAYS = 1200;

    static LongStream firstSeeds() {
        return LongStream.range(0, 3).map(block -> block * SEEDS_A_TEST);
    }

    /** A customer as the streams go on with one event after the other. */
    private static final class Live {

        private final List<News> arriving;
        private Orders orders = Orders.NONE;
        private Standing standing = Standing.NONE;

        Live(List<News> arriving) {
            this.arriving = arriving;
        }

        /** What happened up to a day arrives, each time under the versions that are known then. */
        void upTo(LocalDate day, RecordedVersions versions) {
            List<News> due =
                    arriving.stream().filter(one -> !one.day().isAfter(day)).toList();
            arriving.removeAll(due);
            for (News news : due) {
                Orders after = news.change().apply(orders);
                standing = standing.before(Standing.firstDifference(orders.history(), after.history()));
                orders = after;
                standing = standing.advanced(orders.history(), day, versions);
            }
            standing = standing.advanced(orders.history(), day, versions);
        }
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void who_is_found_in_a_segment_as_of_any_day_is_who_live_events_had_let_in_by_then(long first) {
        int[] members = new int[1];
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife chance = new RandomLife(seed);
            Map<String, List<News>> lives = lives(seed);
            Map<String, Live> live = new TreeMap<>();
            lives.forEach((id, news) -> live.put(id, new Live(new ArrayList<>(chance.arrival(news)))));
            RandomVersions made = new RandomVersions(seed);
            RecordedVersions versions = made.none();
            Map<LocalDate, Map<String, Set<String>>> letIn = new TreeMap<>();
            LocalDate day = RandomLife.BEGINNING;
            while (day.isBefore(RandomLife.BEGINNING.plusDays(DAYS))) {
                day = chance.dayAfter(day, 90);
                for (int i = chance.next(3); i > 0 && versions.generation() < VERSIONS; i--) {
                    versions = made.more(versions, day);
                }
                letIn.put(day, letIn(live, day, versions));
            }
            List<Member> kept = new ArrayList<>();
            live.forEach((id, one) ->
                    kept.add(new Member(id, one.orders.history(), chance.next(4) == 0 ? Standing.NONE : one.standing)));
            Population all = population(kept);
            for (Map.Entry<LocalDate, Map<String, Set<String>>> then : letIn.entrySet()) {
                for (String segment : SEGMENTS) {
                    assertThat(found(all, segment, then.getKey(), versions))
                            .as("seed %d, segment %s as of %s", seed, segment, then.getKey())
                            .isEqualTo(then.getValue().get(segment));
                    members[0] += then.getValue().get(segment).size();
                }
            }
        }
        assertThat(members[0]).as("members altogether").isGreaterThan(500);
    }

    @ParameterizedTest(name = "seeds from {0}")
    @MethodSource("firstSeeds")
    void who_would_enter_or_leave_by_a_draft_does_so_when_the_draft_is_switched_to(long first) {
        Map<Side, Long> met = new EnumMap<>(Side.class);
        for (long seed = first; seed < first + SEEDS_A_TEST; seed++) {
            RandomLife chance = new RandomLife(seed);
            Map<String, List<News>> lives = lives(seed);
            RandomVersions made = new RandomVersions(seed);
            RecordedVersions versions = made.none();
            LocalDate day = RandomLife.BEGINNING;
            for (int i = 0; i < VERSIONS; i++) {
                day = chance.dayAfter(day, 60);
                versions = made.more(versions, day);
            }
            LocalDate today = chance.dayAfter(day, 200);
            List<Member> kept = new ArrayList<>();
            for (Map.Entry<String, List<News>> life : lives.entrySet()) {
                CustomerHistory history = RandomLife.history(life.getValue().stream()
                        .filter(one -> !one.day().isAfter(today))
                        .toList());
                kept.add(new Member(
                        life.getKey(), history, Standing.of(history, today.minusDays(chance.next(9)), versions)));
            }
            Population known = population(kept);
            for (String segment : SEGMENTS) {
                RecordedVersions switched =
                        versions.with(today, new SegmentDefinition(segment, 99, today, made.condition(3)));
                Map<Side, Set<String>> sides = sides(lives, segment, today, versions, switched);
                SegmentDifference difference = new SegmentDifference(segment, today, versions, switched);
                SegmentScans scans = new SegmentScans(known);
                for (Side side : List.of(Side.BOTH, Side.ENTERING, Side.LEAVING)) {
                    Set<String> found = new HashSet<>();
                    scans.next(TENANT, member -> difference.of(member) == side, null, CUSTOMERS)
                            .forEach(member -> found.add(member.customerId()));
                    assertThat(found)
                            .as("seed %d, segment %s, %s on %s", seed, segment, side, today)
                            .isEqualTo(sides.get(side));
                }
                SideCounts counts = scans.counts(TENANT, difference);
                assertThat(List.of(counts.both(), counts.entering(), counts.leaving()))
                        .as("seed %d, segment %s on %s", seed, segment, today)
                        .containsExactly(
                                (long) sides.get(Side.BOTH).size(),
                                (long) sides.get(Side.ENTERING).size(),
                                (long) sides.get(Side.LEAVING).size());
                sides.forEach((side, ids) -> met.merge(side, (long) ids.size(), Long::sum));
            }
        }
        assertThat(met.values()).as("customers on each side: %s", met).allMatch(count -> count > 5);
    }

    /** Everybody goes on under the old versions and then under the new ones, as in the streams after a switch. */
    private static Map<Side, Set<String>> sides(
            Map<String, List<News>> lives,
            String segment,
            LocalDate today,
            RecordedVersions versions,
            RecordedVersions switched) {
        Map<Side, Set<String>> sides = new EnumMap<>(Side.class);
        Stream.of(Side.values()).forEach(side -> sides.put(side, new HashSet<>()));
        lives.forEach((id, news) -> {
            Live live = new Live(new ArrayList<>(news));
            live.upTo(today, versions);
            boolean before = live.standing.membership(segment) != null;
            live.upTo(today, switched);
            boolean after = live.standing.membership(segment) != null;
            Side side = before ? after ? Side.BOTH : Side.LEAVING : after ? Side.ENTERING : Side.NEITHER;
            sides.get(side).add(id);
        });
        return sides;
    }

    private static Map<String, Set<String>> letIn(Map<String, Live> live, LocalDate day, RecordedVersions versions) {
        live.values().forEach(one -> one.upTo(day, versions));
        return SEGMENTS.stream().collect(toMap(identity(), segment -> {
            Set<String> ids = new HashSet<>();
            live.forEach((id, one) -> {
                if (one.standing.membership(segment) != null) {
                    ids.add(id);
                }
            });
            return ids;
        }));
    }

    /** Page by page. */
    private static Set<String> found(Population all, String segment, LocalDate day, RecordedVersions versions) {
        MembersOn members = new MembersOn(segment, day, versions);
        SegmentScans scans = new SegmentScans(all);
        Set<String> found = new HashSet<>();
        String last = null;
        List<Member> page;
        do {
            page = scans.next(TENANT, members::has, last, 5);
            for (Member member : page) {
                assertThat(last == null || member.customerId().compareTo(last) > 0)
                        .as("in order")
                        .isTrue();
                last = member.customerId();
                found.add(last);
            }
        } while (!page.isEmpty());
        assertThat(scans.first(TENANT, members::has, 5).all()).isEqualTo(found.size());
        return found;
    }

    private static Map<String, List<News>> lives(long seed) {
        Map<String, List<News>> lives = new TreeMap<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            lives.put(
                    "customer-%02d".formatted((customer * 7) % CUSTOMERS),
                    new RandomLife(seed * 1000 + customer).news());
        }
        return lives;
    }

    /** In no order. */
    private static Population population(List<Member> kept) {
        List<Member> members = new ArrayList<>(kept);
        Collections.shuffle(members, new Random(members.size()));
        return new Population() {
            @Override
            public void scan(String tenant, Consumer<Member> each) {
                members.forEach(each);
            }

            @Override
            public void orders(String tenant, BiConsumer<String, OrderRecord> each) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
