package io.guanxi.ticket.desk.view.promisesdue;

import io.guanxi.eventing.view.View;

/** The view, for tests of other packages. */
public final class PromisesDueFixture {

    private PromisesDueFixture() {}

    public static View<PromiseDue> view() {
        return new PromisesDueView();
    }
}
