package io.guanxi.test.exemplary.lamp.web;

import io.guanxi.test.exemplary.lamp.command.LampAggregate;
import io.guanxi.test.exemplary.lamp.view.ShiningLamps;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Controller;

@Controller
public final class LampController {

    private final LampAggregate lamps;
    private final ShiningLamps shining;

    public LampController(LampAggregate lamps, ShiningLamps shining) {
        this.lamps = lamps;
        this.shining = shining;
    }

    public String light() {
        return lamps + " " + shining + " " + UUID.randomUUID() + Instant.now();
    }
}
