package io.guanxi.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Holds docker-compose.yml to what exists, as far as that can be done without an engine. */
class ComposeFileTest {

    private static final Set<String> OURS = Set.of("customer", "loyalty", "ticket", "analytics", "gateway", "issuer");
    private static final Set<String> KNOWN_KEYS = Set.of(
            "image",
            "restart",
            "command",
            "volumes",
            "healthcheck",
            "environment",
            "ports",
            "depends_on",
            "stop_grace_period",
            "read_only",
            "tmpfs",
            "cap_drop",
            "security_opt");

    private static Map<String, Map<String, Object>> services;
    private static Map<String, Object> compose;

    @BeforeAll
    @SuppressWarnings("unchecked")
    static void read() throws IOException {
        compose = new Yaml().load(Files.readString(Home.folder().resolve("docker-compose.yml")));
        services = (Map<String, Map<String, Object>>) compose.get("services");
    }

    @Test
    void everyServiceHasAHealthCheckAndOnlyKeysThatComposeKnows() {
        assertThat(services).containsKeys("mongo", "kafka").containsKeys(OURS.toArray(String[]::new));
        services.forEach((name, service) -> {
            assertThat(service).as(name).containsKey("healthcheck");
            assertThat(KNOWN_KEYS).as(name).containsAll(service.keySet());
        });
    }

    @Test
    void everyImageOfOursIsAModuleThatIsBuiltAsAnImage() throws IOException {
        for (String name : OURS) {
            Matcher image = Pattern.compile("guanxi/([a-z-]+):0\\.1\\.0")
                    .matcher(services.get(name).get("image").toString());
            assertThat(image.matches()).as(name).isTrue();
            Path pom = Home.folder().resolve(image.group(1)).resolve("pom.xml");
            assertThat(Files.readString(pom)).as(name).contains("<image.main>");
        }
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyServiceWaitsForHealthyServicesThatExist() {
        services.forEach((name, service) -> {
            Map<String, Map<String, String>> needs =
                    (Map<String, Map<String, String>>) service.getOrDefault("depends_on", Map.of());
            assertThat(services.keySet()).as(name).containsAll(needs.keySet());
            assertThat(needs.values())
                    .as(name)
                    .allSatisfy(need -> assertThat(need).containsEntry("condition", "service_healthy"));
        });
    }

    @Test
    void noPortIsPublishedTwiceOrToTheWorld() {
        List<String> published = new ArrayList<>();
        services.values()
                .forEach(service -> ((List<?>) service.getOrDefault("ports", List.of()))
                        .forEach(port -> published.add(port.toString())));

        assertThat(published).doesNotHaveDuplicates().allMatch(port -> port.startsWith("127.0.0.1:"));
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyVolumeIsDeclared() {
        Map<String, Object> declared = (Map<String, Object>) compose.get("volumes");
        services.forEach((name, service) -> ((List<?>) service.getOrDefault("volumes", List.of()))
                .forEach(volume -> assertThat(declared)
                        .as(name)
                        .containsKey(volume.toString().split(":")[0])));
    }

    @Test
    void noSecretStandsInTheFile() throws IOException {
        assertThat(Files.readString(Home.folder().resolve("docker-compose.yml")))
                .contains("${GUANXI_CUSTOMER_MASTER_KEY:?")
                .doesNotContainPattern("[A-Za-z0-9+/]{40,}=");
    }
}
