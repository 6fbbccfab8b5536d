package io.guanxi.eventing.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AskingFromTheImageTest {

    private static final Map<String, String> STORE = Map.of("SPRING_MONGODB_URI", "mongodb://127.0.0.1:1/loyalty");

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"", "repair loyalty", "audit", "audit loyalty --after soon", "audit loyalty --force"})
    void aWishThatIsNotUnderstoodIsAnsweredWithTheUsage(String wish) {
        assertThat(run(wish, STORE)).isEqualTo(2);
        assertThat(said.toString()).contains("Usage: audit SERVICE");
    }

    @Test
    void withoutAStoreItSaysWhichSettingIsMissing() {
        assertThat(run("audit loyalty", Map.of())).isEqualTo(2);
        assertThat(said.toString()).contains("SPRING_MONGODB_URI is not set");
    }

    @Test
    void anImportNeedsTheBrokerOrTheWordThatThereIsNone() {
        assertThat(run("import loyalty some.log.gz", STORE)).isOne();
        assertThat(said.toString()).contains("--without-broker");
    }

    @Test
    void aCatalogueThatIsNotThereIsNamed() {
        assertThat(run("audit loyalty --catalogue io.guanxi.Nowhere#catalogue", STORE))
                .isOne();
        assertThat(said.toString()).contains("io.guanxi.Nowhere#catalogue");
    }

    private int run(String wish, Map<String, String> environment) {
        PrintStream console = new PrintStream(said, true);
        return LogCommand.run(wish.isEmpty() ? List.of() : List.of(wish.split(" ")), environment, console, console);
    }
}
