package io.guanxi.test.exemplary.lamp.messaging;

import io.guanxi.test.exemplary.lamp.domain.LampEvent;

public final class LampPublication {

    public record Published(String lamp) {}

    public Published translate(LampEvent event) {
        return new Published(event.toString());
    }
}
