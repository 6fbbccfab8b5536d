package io.guanxi.test.violators.fieldinjection;

import org.springframework.beans.factory.annotation.Autowired;

class Desk {
    @Autowired
    private Runnable clerk;

    void work() {
        clerk.run();
    }
}
