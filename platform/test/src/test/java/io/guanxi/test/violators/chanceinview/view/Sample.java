package io.guanxi.test.violators.chanceinview.view;

import java.util.random.RandomGenerator;

record Sample(String id) {
    static boolean taken(RandomGenerator chance) {
        return chance.nextBoolean();
    }
}
