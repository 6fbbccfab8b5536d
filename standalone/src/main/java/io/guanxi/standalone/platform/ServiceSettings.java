package io.guanxi.standalone.platform;

import io.guanxi.standalone.data.DataLayout;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a deployment would put into the environment of each service: addresses, keys, folders. The keys are the same ones
 * that point a service at a real cluster.
 */
record ServiceSettings(DataLayout data, PortPlan ports) {

    private static final String GATEWAY_ONLY = "org.springframework.cloud.gateway,io.github.resilience4j";
    private static final String SERVICES_ONLY = "io.guanxi.eventing,io.guanxi.eventlog,org.axonframework,"
            + "org.springframework.cloud.stream,org.springframework.cloud.function,org.springframework.boot.integration,"
            + "org.springframework.boot.kafka";

    String[] of(Service service) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.address", "127.0.0.1");
        settings.put("server.port", String.valueOf(ports.of(service)));
        settings.put("spring.kafka.bootstrap-servers", "127.0.0.1:" + ports.broker());
        if (service != Service.GATEWAY) {
            settings.put(
                    "spring.mongodb.uri", "mongodb://127.0.0.1:" + ports.store() + "/guanxi_" + service.shortName());
        }
        settings.put(
                "spring.security.oauth2.resourceserver.jwt.jwk-set-uri",
                "http://127.0.0.1:" + ports.issuer() + "/oauth2/jwks");
        // One process has one management bean server and one logging system; each service must leave them alone.
        settings.put("spring.jmx.enabled", "false");
        settings.put(OnlyWhatAServiceUses.WITHOUT, service == Service.GATEWAY ? SERVICES_ONLY : GATEWAY_ONLY);
        // The only reader of its log: it finds its own claims again after a kill, and is woken by its own writes.
        settings.put("guanxi.event-log.node", "standalone");
        settings.put("guanxi.event-log.poll-interval", "1s");
        switch (service) {
            case GATEWAY -> settings.putAll(gateway());
            case CUSTOMER -> settings.put("guanxi.customer.master-key", data.customerMasterKey());
            case ANALYTICS ->
                settings.put("guanxi.analytics.state-dir", data.streams().toString());
            case LOYALTY, TICKET -> {}
        }
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }

    private Map<String, String> gateway() {
        Map<String, String> addresses = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            if (service != Service.GATEWAY) {
                addresses.put(
                        "guanxi.gateway.services." + service.shortName() + ".url",
                        "http://127.0.0.1:" + ports.of(service));
            }
        }
        return addresses;
    }
}
