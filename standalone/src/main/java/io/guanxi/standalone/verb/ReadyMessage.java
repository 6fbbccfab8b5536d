package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import io.guanxi.standalone.platform.PortPlan;

/** What a start says when it is done: where everything is, and what to try next. */
final class ReadyMessage {

    private ReadyMessage() {}

    static String of(DataLayout data, PortPlan ports, boolean detached) {
        String with = data.folder().getFileName().toString().equals("data") ? "" : " --data " + data.folder();
        return """

                Guanxi is ready.
                  gateway  http://127.0.0.1:%d        HTTP for people and programs
                  broker   127.0.0.1:%d               Kafka: shops publish to shop.orders.v1
                  issuer   http://127.0.0.1:%d        development tokens
                  data     %s

                Try next:
                  export TOKEN=$(./guanxi token%s)
                  ./guanxi simulate%s
                  curl -H "Authorization: Bearer $TOKEN" http://127.0.0.1:%d/api/analytics/totals
                %s""".formatted(
                        ports.gateway(),
                        ports.broker(),
                        ports.issuer(),
                        data.folder(),
                        with,
                        with,
                        ports.gateway(),
                        detached ? "Stop it with ./guanxi stop" + with : "Stop it with Ctrl-C.");
    }
}
