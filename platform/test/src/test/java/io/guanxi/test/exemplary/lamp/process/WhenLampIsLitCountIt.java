package io.guanxi.test.exemplary.lamp.process;

import io.guanxi.test.exemplary.lamp.command.LampAggregate;
import io.guanxi.test.exemplary.lamp.domain.LampCommand;
import java.time.Clock;
import java.time.Instant;

public final class WhenLampIsLitCountIt {

    private final Clock clock;

    public WhenLampIsLitCountIt(Clock clock) {
        this.clock = clock;
    }

    public Instant react(LampAggregate lamps) {
        lamps.handle(new LampCommand.Light("next"));
        return clock.instant();
    }
}
