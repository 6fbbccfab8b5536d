package io.guanxi.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class ApprovingFilesTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path module;

    private ApprovedFiles files;

    @BeforeEach
    void files() {
        files = new ApprovedFiles(module);
    }

    @Test
    void aFileThatNobodyApprovedFailsAndSaysHowToApproveIt() {
        assertThatThrownBy(() -> files.checkJson("a/b.json", "{\"x\":1}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not approved yet")
                .hasMessageContaining("cp ");
        assertThat(module.resolve("target/received/a/b.json")).content().contains("\"x\" : 1");
    }

    @Test
    void anApprovedFilePassesWhateverItsWhiteSpace() throws IOException {
        approve("a.json", "{ \"x\":1.50,\n\n\"y\":[1,2] }");
        files.checkJson("a.json", "{\"x\":1.50,\"y\":[1, 2]}");
    }

    @Test
    void aChangedValueOrOrderOrScaleFails() throws IOException {
        approve("a.json", "{\"x\":1.50,\"y\":2}");
        for (String changed :
                List.of("{\"x\":1.51,\"y\":2}", "{\"y\":2,\"x\":1.50}", "{\"x\":1.5,\"y\":2}", "{\"x\":1.50}")) {
            assertThatThrownBy(() -> files.checkJson("a.json", changed))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no longer what was approved");
        }
    }

    sealed interface DoorEvent {
        record Opened(String door, int angle) implements DoorEvent {}

        sealed interface Locking extends DoorEvent {
            record Locked(String key) implements Locking {}
        }
    }

    @Test
    void anEventWithoutASampleIsNotForgotten() {
        List<DynamicTest> tests = events().sample(new DoorEvent.Opened("a", 1), new DoorEvent.Opened("a", 0))
                .tests()
                .toList();
        assertThat(tests).extracting(DynamicTest::getDisplayName).contains("Locked has samples");
        assertThatThrownBy(() -> run(tests, "Locked has samples")).hasMessageContaining("add .sample(full, minimal)");
    }

    @Test
    void anEventKeepsItsJsonAndIsReadFromItsOldest() throws IOException {
        approve("events/DoorEvent/Opened.full.json", "{\"door\":\"a\",\"angle\":1}");
        approve("events/DoorEvent/Opened.minimal.json", "{\"door\":\"a\",\"angle\":0}");
        approve("events/DoorEvent/Opened.oldest.json", "{\"door\":\"a\"}");
        List<DynamicTest> tests = events().sample(
                        new DoorEvent.Opened("a", 1), new DoorEvent.Opened("a", 0), new DoorEvent.Opened("a", 0))
                .tests()
                .toList();
        assertThatCode(() -> run(tests, "Opened")).doesNotThrowAnyException();
    }

    @Test
    void anEventThatIsReadWronglyFromItsOldestFails() throws IOException {
        approve("events/DoorEvent/Opened.oldest.json", "{\"door\":\"b\"}");
        List<DynamicTest> tests = events().sample(new DoorEvent.Opened("a", 0), new DoorEvent.Opened("a", 0))
                .tests()
                .toList();
        assertThatThrownBy(() -> run(tests, "Opened as it was first stored"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("door=b");
    }

    private EventJson<DoorEvent> events() {
        return EventJson.of(
                DoorEvent.class,
                JSON::writeValueAsString,
                (json, type) -> JSON.readerFor(type)
                        .without(tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                        .readValue(json),
                files);
    }

    private static void run(List<DynamicTest> tests, String name) throws Exception {
        for (DynamicTest test : tests) {
            if (test.getDisplayName().startsWith(name)) {
                try {
                    test.getExecutable().execute();
                } catch (Error | Exception e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            }
        }
    }

    private void approve(String name, String text) throws IOException {
        Path file = module.resolve("src/test/resources/approved").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
