package io.guanxi.ticket.desk.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision.Accepted;
import io.guanxi.kernel.Decision.Refused;
import io.guanxi.ticket.desk.domain.TicketCommand.Assign;
import io.guanxi.ticket.desk.domain.TicketCommand.CheckPromises;
import io.guanxi.ticket.desk.domain.TicketCommand.Close;
import io.guanxi.ticket.desk.domain.TicketCommand.Open;
import io.guanxi.ticket.desk.domain.TicketCommand.PutOnHold;
import io.guanxi.ticket.desk.domain.TicketCommand.Reopen;
import io.guanxi.ticket.desk.domain.TicketCommand.Reply;
import io.guanxi.ticket.desk.domain.TicketCommand.Resolve;
import io.guanxi.ticket.desk.domain.TicketCommand.Resume;
import io.guanxi.ticket.desk.domain.TicketEvent.AgentReplied;
import io.guanxi.ticket.desk.domain.TicketEvent.Held;
import io.guanxi.ticket.desk.domain.TicketEvent.Reopened;
import io.guanxi.ticket.desk.domain.TicketEvent.Resolved;
import io.guanxi.ticket.desk.domain.TicketEvent.Resumed;
import io.guanxi.ticket.desk.domain.TicketEvent.SlaBreached;
import io.guanxi.ticket.desk.domain.calendar.BusinessCalendar;
import io.guanxi.ticket.desk.domain.calendar.RandomCalendars;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is done to a ticket, in whatever order, twice, and by clocks that jump: no promise breaks early, each breaks
 * once at most, and time on hold never counts. Each seed stands for five hundred lives of a ticket.
 */
class PromiseLawsTest {

    private static final int LIVES = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {7, 20_261_122, 99, 4_711})
    void everyLifeOfATicketKeepsTheLaws(long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        for (int i = 0; i < LIVES; i++) {
            Life life = new Life(random);
            try {
                life.live();
                life.check();
            } catch (RuntimeException | AssertionError broken) {
                throw new AssertionError(
                        "seed " + seed + ", life " + i + ": " + life.calendar + "\n" + life.history(), broken);
            }
        }
    }

    private static final class Life {
        private final RandomGenerator random;
        private final BusinessCalendar calendar;
        private final ServiceTerms terms;
        private final List<TicketEvent> events = new ArrayList<>();
        private final List<TicketCommand> sent = new ArrayList<>();
        private Ticket ticket = Ticket.unopened();
        private Instant clock;

        Life(RandomGenerator random) {
            this.random = random;
            this.clock = RandomCalendars.minute(random);
            this.calendar = RandomCalendars.withSpecialDays(RandomCalendars.calendar(random), clock, random);
            this.terms = new ServiceTerms(calendar, List.of(), Desk.level("level-1"));
        }

        void live() {
            send(open());
            for (int i = random.nextInt(40); i > 0; i--) {
                clock = nextTime();
                boolean again = random.nextInt(5) == 0;
                send(again ? sent.get(random.nextInt(sent.size())) : command("c" + i));
            }
            for (int i = 0; i < 3; i++) {
                clock = clock.plus(Duration.ofDays(700));
                send(new CheckPromises("last-" + i, clock));
            }
        }

        private void send(TicketCommand command) {
            for (TicketEvent event : happening(command)) {
                assertThat(event.at()).as("time runs on").isAfterOrEqualTo(ticket.latest());
                ticket = Ticket.evolve(ticket, event);
                events.add(event);
            }
            assertThat(happening(command)).as("%s once more", command).isEmpty();
            sent.add(command);
        }

        private List<TicketEvent> happening(TicketCommand command) {
            return switch (TicketDecider.decide(ticket, command, terms)) {
                case Accepted<TicketEvent, TicketRejection> accepted -> accepted.events();
                case Refused<TicketEvent, TicketRejection> refused -> List.of();
            };
        }

        void check() {
            for (PromiseKind kind : PromiseKind.values()) {
                Promise promise = ticket.promises().of(kind).orElseThrow();
                List<SlaBreached> breaches = breaches(kind);
                assertThat(breaches).as("breaches of %s", kind).hasSizeLessThanOrEqualTo(1);
                assertThat(breaches)
                        .allSatisfy(breach -> assertThat(breach.at()).isAfter(breach.dueAt()));
                assertThat(promise.state() == Promise.State.MISSED)
                        .as("%s missed", kind)
                        .isEqualTo(!breaches.isEmpty());
                assertThat(promise.state()).as("after years no clock runs").isNotEqualTo(Promise.State.RUNNING);
            }
            checkFirstResponse();
            checkResolution();
        }

        /** The independent account: only what an agent said or did in time keeps it, and holds are nothing to it. */
        private void checkFirstResponse() {
            Instant due = ticket.promises()
                    .of(PromiseKind.FIRST_RESPONSE)
                    .orElseThrow()
                    .dueAt();
            boolean inTime = events.stream()
                    .filter(e -> e instanceof AgentReplied || e instanceof Resolved)
                    .anyMatch(e -> !e.at().isAfter(due));
            assertThat(breaches(PromiseKind.FIRST_RESPONSE).isEmpty())
                    .as("first response in time")
                    .isEqualTo(inTime);
        }

        /** The independent account: business time is counted with a watch that is stopped by holds and resolutions. */
        private void checkResolution() {
            Duration left = Duration.ofHours(8);
            Instant running = events.getFirst().at();
            for (TicketEvent event : events) {
                if (event instanceof SlaBreached breach && breach.promise() == PromiseKind.RESOLUTION) {
                    assertThat(calendar.businessTimeBetween(running, breach.dueAt()))
                            .as("counted when it broke")
                            .isEqualTo(left);
                    return;
                }
                if (event instanceof Held || (event instanceof Resolved && running != null)) {
                    left = left.minus(calendar.businessTimeBetween(running, event.at()));
                    assertThat(left).as("time left").isGreaterThanOrEqualTo(Duration.ZERO);
                    running = null;
                } else if (event instanceof Resumed) {
                    running = event.at();
                } else if (event instanceof Reopened) {
                    left = left.compareTo(Duration.ofHours(2)) < 0 ? Duration.ofHours(2) : left;
                    running = event.at();
                }
            }
            assertThat(running)
                    .as("a watch that still runs must have broken the promise")
                    .isNull();
        }

        private List<SlaBreached> breaches(PromiseKind kind) {
            return events.stream()
                    .filter(SlaBreached.class::isInstance)
                    .map(SlaBreached.class::cast)
                    .filter(breach -> breach.promise() == kind)
                    .toList();
        }

        private Instant nextTime() {
            return switch (random.nextInt(8)) {
                case 0 -> clock;
                case 1 -> clock.minusSeconds(random.nextInt(7_200));
                case 2 -> clock.plusSeconds(random.nextInt(3_600));
                case 3 -> due().minusNanos(1_000);
                case 4 -> due().plusNanos(1_000);
                case 5 -> due();
                default -> clock.plusSeconds(random.nextInt(40_000));
            };
        }

        private Instant due() {
            List<Promise> made = ticket.promises().made();
            return made.get(random.nextInt(made.size())).dueAt();
        }

        private Open open() {
            return new Open(
                    "open",
                    clock,
                    Desk.TICKET,
                    null,
                    Channel.WEB,
                    TicketKind.RETURN,
                    Priority.HIGH,
                    Desk.SUBJECT,
                    Desk.TEXT);
        }

        private TicketCommand command(String id) {
            return switch (random.nextInt(12)) {
                case 0 -> new Assign(id, clock, "agent-" + random.nextInt(2));
                case 1 -> new Reply(id, clock, Author.AGENT, Visibility.PUBLIC, Desk.TEXT);
                case 2 -> new Reply(id, clock, Author.AGENT, Visibility.INTERNAL, Desk.TEXT);
                case 3, 4 -> new Reply(id, clock, Author.CUSTOMER, Visibility.PUBLIC, Desk.TEXT);
                case 5, 6 -> new PutOnHold(id, clock, "waiting");
                case 7 -> new Resume(id, clock);
                case 8 -> new Resolve(id, clock, "done");
                case 9 -> new Reopen(id, clock, "not-done");
                case 10 -> random.nextInt(8) == 0 ? new Close(id, clock) : new Resume(id, clock);
                default -> new CheckPromises(id, clock);
            };
        }

        private String history() {
            return String.join("\n", events.stream().map(Object::toString).toList());
        }
    }
}
