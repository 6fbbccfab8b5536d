package io.guanxi.web;

import io.guanxi.embedded.EmbeddedBroker;
import io.guanxi.embedded.EmbeddedStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

/** One running example service for all tests that ask it over HTTP, on the embedded store and broker. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = ExampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.application.name=example",
            "logging.structured.format.console=",
            "guanxi.web.idempotency.lease=5s",
            "guanxi.web.max-body-bytes=2000",
            "guanxi.web.larger-bodies[0].path=/api/bulk",
            "guanxi.web.larger-bodies[0].max-bytes=20000"
        })
@ContextConfiguration(initializers = RunsExampleService.Parts.class)
@interface RunsExampleService {

    /** Starts what the service needs. */
    class Parts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Path folder = newFolder();
            EmbeddedStore store = EmbeddedStore.start(folder.resolve("store"), 0);
            EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"), 0, 0);
            SpringApplication.getShutdownHandlers().add(store::close);
            SpringApplication.getShutdownHandlers().add(broker::close);
            TestPropertyValues.of(
                            "spring.mongodb.uri=" + store.uri() + "/example",
                            "spring.kafka.bootstrap-servers=" + broker.bootstrapServers(),
                            "spring.security.oauth2.resourceserver.jwt.public-key-location="
                                    + Tokens.publicKeyLocation())
                    .applyTo(context);
        }

        private static Path newFolder() {
            try {
                return Files.createTempDirectory("guanxi-web-");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
