package io.guanxi.test.violators.randomidinprocess.process;

import java.util.UUID;

class WhenOpenedNumberIt {
    String react() {
        return UUID.randomUUID().toString();
    }
}
