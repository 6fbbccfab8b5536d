package io.guanxi.eventing.intake;

/** What became of an incoming event. */
public sealed interface Handled {

    /** It had its effect, now or when it came before. */
    record Applied() implements Handled {}

    /** This service has no use for it. */
    record Ignored() implements Handled {}

    /**
     * Something else must come first. It is kept and tried again after each later event of the same customer and order
     * that is applied, oldest first.
     *
     * @param waitsFor what it waits for, normally the order id; for people who look at it
     */
    record TooEarly(String waitsFor) implements Handled {}

    static Handled applied() {
        return new Applied();
    }

    static Handled ignored() {
        return new Ignored();
    }

    static Handled tooEarly(String waitsFor) {
        return new TooEarly(waitsFor);
    }
}
