package io.guanxi.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Reason;
import org.junit.jupiter.api.Test;

class SpecifyingADeciderTest {

    record Added(int count) {}

    record Add(int count) {}

    enum Refusal implements Reason {
        TOO_MANY;

        @Override
        public String code() {
            return "too-many";
        }

        @Override
        public String message() {
            return "There is no room.";
        }

        @Override
        public Kind kind() {
            return Kind.CONFLICT;
        }
    }

    private final DeciderSpecification<Integer, Add, Added, Refusal> box =
            DeciderSpecification.of(0, (state, event) -> state + event.count(), SpecifyingADeciderTest::decide);

    private static Decision<Added, Refusal> decide(Integer state, Add command) {
        if (command.count() == 0) {
            return Decision.nothing();
        }
        return state + command.count() > 3
                ? Decision.refuse(Refusal.TOO_MANY)
                : Decision.accept(new Added(command.count()));
    }

    @Test
    void whatHoldsPasses() {
        box.given()
                .when(new Add(2))
                .then(new Added(2))
                .thenState(state -> assertThat(state).isEqualTo(2))
                .thenOnlyOnce();
        box.given(new Added(2)).when(new Add(2)).thenRefused(Refusal.TOO_MANY).thenRefused(Refusal.class);
        box.given(new Added(3)).when(new Add(0)).thenNothing();
        box.given(new Added(1), new Added(2))
                .thenState(state -> assertThat(state).isEqualTo(3));
    }

    @Test
    void anotherEventFails() {
        assertThatThrownBy(() -> box.given().when(new Add(2)).then(new Added(3)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> box.given().when(new Add(2)).then(new Added(2), new Added(2)))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> box.given().when(new Add(2)).thenNothing()).isInstanceOf(AssertionError.class);
    }

    @Test
    void aRefusalIsNotTakenForNothing() {
        assertThatThrownBy(() -> box.given().when(new Add(9)).thenNothing())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("too-many");
    }

    @Test
    void anAcceptedCommandIsNotTakenForRefused() {
        assertThatThrownBy(() -> box.given().when(new Add(1)).thenRefused(Refusal.TOO_MANY))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("accepted");
    }

    @Test
    void expectingNoEventMustBeSaid() {
        assertThatThrownBy(() -> box.given().when(new Add(0)).then()).isInstanceOf(AssertionError.class);
    }

    @Test
    void anEffectThatRepeatsIsSeen() {
        assertThatThrownBy(() -> box.given().when(new Add(1)).thenOnlyOnce())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("once more");
    }
}
