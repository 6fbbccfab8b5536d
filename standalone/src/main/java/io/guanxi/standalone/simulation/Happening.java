package io.guanxi.standalone.simulation;

import java.time.Instant;
import tools.jackson.databind.node.ObjectNode;

/** Something that happens in the simulated shop. */
sealed interface Happening {

    Instant happened();

    /**
     * An event that the shop publishes.
     *
     * @param occurrence what makes it the only one of its type
     */
    record Published(String type, String occurrence, String externalId, Instant happened, ObjectNode body)
            implements Happening {}

    /** A customer writes to the service desk. */
    record Question(String externalId, Instant happened, String kind, String priority, String subject, String text)
            implements Happening {}
}
