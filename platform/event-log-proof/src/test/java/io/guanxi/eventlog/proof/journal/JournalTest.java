package io.guanxi.eventlog.proof.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.proof.journal.Operation.Acknowledged;
import io.guanxi.eventlog.proof.journal.Operation.Effected;
import io.guanxi.eventlog.proof.journal.Operation.Unknown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAndALineThatAKillCutOffIsNot() throws Exception {
        Path path = folder.resolve("journal");
        try (Journal journal = new Journal(path)) {
            journal.write(new Acknowledged("c", 7));
            journal.write(new Unknown("c", "no word from anybody"));
            journal.write(new Effected(1, 2, "claim", 0, "c/0/1"));
        }
        Files.writeString(path, "Acknowledged d", StandardOpenOption.APPEND);

        assertThat(Journal.read(path))
                .containsExactly(
                        new Acknowledged("c", 7),
                        new Unknown("c", "no_word_from_anybody"),
                        new Effected(1, 2, "claim", 0, "c/0/1"));
    }
}
