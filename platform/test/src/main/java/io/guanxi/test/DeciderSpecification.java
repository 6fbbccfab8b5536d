package io.guanxi.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Decision.Accepted;
import io.guanxi.kernel.Decision.Refused;
import io.guanxi.kernel.Reason;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * Says what a decider does, as events that happened, a command, and the events that then happen or the reason why none do.
 *
 * <pre>{@code
 * ticket.given(opened).when(close).then(closed);
 * ticket.given(opened, closed).when(reply).thenRefused(new TicketIsClosed());
 * }</pre>
 *
 * @param <S> the state
 * @param <C> the commands
 * @param <E> the events
 * @param <R> the reasons to refuse
 */
public final class DeciderSpecification<S, C, E, R extends Reason> {

    private final S initial;
    private final BiFunction<S, E, S> evolve;
    private final BiFunction<S, C, Decision<E, R>> decide;

    private DeciderSpecification(S initial, BiFunction<S, E, S> evolve, BiFunction<S, C, Decision<E, R>> decide) {
        this.initial = initial;
        this.evolve = evolve;
        this.decide = decide;
    }

    public static <S, C, E, R extends Reason> DeciderSpecification<S, C, E, R> of(
            S initial, BiFunction<S, E, S> evolve, BiFunction<S, C, Decision<E, R>> decide) {
        return new DeciderSpecification<>(initial, evolve, decide);
    }

    /** What happened before; nothing if left empty. */
    @SafeVarargs
    public final Given given(E... events) {
        return given(List.of(events));
    }

    public Given given(List<? extends E> events) {
        return new Given(fold(initial, events));
    }

    private S fold(S from, List<? extends E> events) {
        S state = from;
        for (E event : events) {
            state = evolve.apply(state, event);
        }
        return state;
    }

    /** A state that events led to. */
    public final class Given {
        private final S state;

        private Given(S state) {
            this.state = state;
        }

        public Outcome when(C command) {
            return new Outcome(state, command, decide.apply(state, command));
        }

        /** For what the events alone lead to, with no command. */
        public Given thenState(Consumer<S> check) {
            check.accept(state);
            return this;
        }
    }

    /** What the decider answered. */
    public final class Outcome {
        private final S before;
        private final C command;
        private final Decision<E, R> decision;

        private Outcome(S before, C command, Decision<E, R> decision) {
            this.before = before;
            this.command = command;
            this.decision = decision;
        }

        /** Exactly these events, in this order; at least one. */
        @SafeVarargs
        public final Outcome then(E... events) {
            assertThat(events).as("expected events (for none say thenNothing)").isNotEmpty();
            assertThat(accepted()).as("events after %s", command).isEqualTo(List.of(events));
            return this;
        }

        /** Accepted, and already so. */
        public Outcome thenNothing() {
            assertThat(accepted()).as("events after %s", command).isEmpty();
            return this;
        }

        public Outcome thenRefused(R reason) {
            assertThat(refused()).as("reason to refuse %s", command).isEqualTo(reason);
            return this;
        }

        public Outcome thenRefused(Class<? extends R> reason) {
            assertThat(refused()).as("reason to refuse %s", command).isInstanceOf(reason);
            return this;
        }

        /** The events themselves, for a check that equality cannot say. */
        public Outcome thenEvents(Consumer<List<E>> check) {
            check.accept(accepted());
            return this;
        }

        /** The state after the events of this decision. */
        public Outcome thenState(Consumer<S> check) {
            check.accept(fold(before, accepted()));
            return this;
        }

        /** The same command once more, as after a lost answer, makes no further event: it is already so, or refused. */
        public Outcome thenOnlyOnce() {
            Decision<E, R> again = decide.apply(fold(before, accepted()), command);
            if (again instanceof Accepted<E, R> accepted) {
                assertThat(accepted.events())
                        .as("events after %s once more", command)
                        .isEmpty();
            }
            return this;
        }

        private List<E> accepted() {
            return switch (decision) {
                case Accepted<E, R> accepted -> accepted.events();
                case Refused<E, R> refused ->
                    throw new AssertionError("%s was refused: %s, %s"
                            .formatted(
                                    command,
                                    refused.reason().code(),
                                    refused.reason().message()));
            };
        }

        private R refused() {
            return switch (decision) {
                case Refused<E, R> refused -> refused.reason();
                case Accepted<E, R> accepted ->
                    throw new AssertionError(
                            "%s was accepted (expected: refused), with %s".formatted(command, accepted.events()));
            };
        }
    }
}
