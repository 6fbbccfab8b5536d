package io.guanxi.test.violators.sleeping;

class Poller {
    void poll() throws InterruptedException {
        Thread.sleep(100);
    }
}
