package io.guanxi.test.exemplary.lamp.command;

import io.guanxi.test.exemplary.lamp.domain.LampCommand;
import io.guanxi.test.exemplary.lamp.domain.LampDecider;

public final class LampAggregate {

    public void handle(LampCommand command) {
        LampDecider.decide(command);
    }
}
