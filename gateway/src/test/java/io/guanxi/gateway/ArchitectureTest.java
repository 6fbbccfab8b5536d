package io.guanxi.gateway;

import io.guanxi.test.ArchitectureRules;
import io.guanxi.test.Layer;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theHouseIsInOrder() {
        // It composes and routes: there is no domain to put in layers.
        ArchitectureRules.of("io.guanxi.gateway").without(Layer.values()).check();
    }
}
