package io.guanxi.analytics;

import io.guanxi.test.ArchitectureRules;
import io.guanxi.test.Layer;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void the_rules_of_the_house_are_kept() {
        // What is asked is answered from the state stores; there is no view in the document store.
        ArchitectureRules.of("io.guanxi.analytics").without(Layer.VIEW).check();
    }
}
