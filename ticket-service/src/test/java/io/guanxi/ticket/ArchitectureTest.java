package io.guanxi.ticket;

import io.guanxi.test.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfTheHouse() {
        ArchitectureRules.check("io.guanxi.ticket");
    }
}
