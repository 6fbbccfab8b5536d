package io.guanxi.test.exemplary.lamp.view;

import io.guanxi.test.exemplary.lamp.domain.LampEvent;
import org.bson.Document;

public final class ShiningLamps {

    public Document of(LampEvent event) {
        return new Document("lamp", event.toString());
    }
}
