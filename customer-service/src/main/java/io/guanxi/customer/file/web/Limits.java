package io.guanxi.customer.file.web;

import io.guanxi.web.RequestRefused;

/** How much a caller may ask for at once. */
final class Limits {

    private Limits() {}

    /** @throws RequestRefused if the limit is not between 1 and {@code most} */
    static int checked(int limit, int most) {
        if (limit < 1 || limit > most) {
            throw RequestRefused.parameter("limit", "must be a number from 1 to " + most);
        }
        return limit;
    }
}
