package io.guanxi.eventing.intake;

/**
 * What a service does with an incoming event. It is called for one event of a customer at a time, in order, and more than
 * once for the same event: a second time must have no second effect.
 *
 * <p>What it throws decides what becomes of the event. A broken machine (the store or the broker cannot be reached, a
 * timeout): the event is tried again until it works. {@link io.guanxi.kernel.CommandRefused}: too early if the reason is of
 * that kind, else a dead letter. Anything else: this customer's events wait, in order, until it is repaired; those of other
 * customers go on.
 */
@FunctionalInterface
public interface EventHandler {

    Handled handle(IncomingEvent event);
}
