package io.guanxi.loyalty;

import io.guanxi.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        ArchitectureRules.of("io.guanxi.loyalty").check();
    }
}
