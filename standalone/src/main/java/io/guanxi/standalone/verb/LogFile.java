package io.guanxi.standalone.verb;

import io.guanxi.standalone.data.DataLayout;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Where the platform writes its log. The services share one process and so one logging system, which is configured here
 * once; Spring Boot must not configure it again for each service.
 *
 * @param path the file that {@code log-to-file.xml} writes to
 */
record LogFile(String path) {

    static LogFile of(DataLayout data) {
        return new LogFile(data.log().toString());
    }

    /** Must come before the first logger. */
    void use() {
        System.setProperty("guanxi.log", path);
        System.setProperty("logback.configurationFile", "log-to-file.xml");
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        System.setProperty("axoniq.update-checker.disabled", "true");
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
