package io.guanxi.test;

/** Tells the reader of a test run what it ran on. */
final class Announcements {

    private Announcements() {}

    @SuppressWarnings("SystemOut")
    static void say(String parts) {
        System.out.println("[guanxi] tests run on: " + parts);
    }
}
