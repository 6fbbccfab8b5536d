package io.guanxi.eventing.deadletter;

import java.util.List;

/** Which topics this service reads; known once its consumer functions are made. */
public interface ConsumedTopics {

    List<String> consumedTopics();
}
