package io.guanxi.eventing.due;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Things whose last check failed, by their keys. Each is tried again after twice as many sweeps as the time before, so that
 * one that can never be checked costs next to nothing. Counted are sweeps and not seconds: no clock can put a check off.
 */
final class FailedChecks {

    private static final int LONGEST_PAUSE = 64;

    private final Map<String, Failure> failures = new HashMap<>();
    private long sweep;
    private int newInThisSweep;

    /**
     * @param pause how many sweeps it was put off
     * @param next the sweep in which it is tried again
     */
    private record Failure(int pause, long next) {}

    synchronized void nextSweep() {
        sweep++;
        newInThisSweep = 0;
    }

    synchronized int newInThisSweep() {
        return newInThisSweep;
    }

    synchronized boolean isTurnOf(String key) {
        Failure failure = failures.get(key);
        return failure == null || failure.next() <= sweep;
    }

    synchronized void failed(String key) {
        Failure before = failures.get(key);
        int pause = before == null ? 1 : Math.min(LONGEST_PAUSE, before.pause() * 2);
        newInThisSweep += before == null ? 1 : 0;
        failures.put(key, new Failure(pause, sweep + pause));
    }

    synchronized void succeeded(String key) {
        failures.remove(key);
    }

    /** Forgets the others: nothing of theirs is due any more. */
    synchronized void keepOnly(Set<String> due) {
        failures.keySet().retainAll(due);
    }

    synchronized int waiting() {
        return failures.size();
    }
}
