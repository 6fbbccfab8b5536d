package io.guanxi.test.exemplary.lamp.domain;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Reason;

public final class LampDecider {

    private LampDecider() {}

    public static Decision<LampEvent, Reason> decide(LampCommand command) {
        return switch (command) {
            case LampCommand.Light light -> Decision.accept(new LampEvent.LampLit(light.lamp()));
        };
    }
}
