package io.guanxi.loyalty;

import io.guanxi.test.ArchitectureRules;
import io.guanxi.test.Layer;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        ArchitectureRules.of("io.guanxi.loyalty").without(Layer.PROCESS).check();
    }
}
