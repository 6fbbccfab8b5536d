package io.guanxi.eventlog.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventlog.audit.RandomLog;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingDamagedArchivesTest {

    private static final long SEED = 23;

    @TempDir
    Path folder;

    private final List<BsonDocument> log = RandomLog.of(6, new Random(SEED));
    private byte[] archive;
    private ArchiveContent content;

    @BeforeEach
    void write() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ArchiveWriter writer = new ArchiveWriter(bytes, new ArchiveHeader("loyalty", 0, RandomLog.end(log)));
        for (BsonDocument commit : log) {
            writer.commit(commit);
        }
        writer.finish();
        archive = bytes.toByteArray();
        content = verify(archive);
    }

    /** The format is part of every installation's backups: the approved file changes only together with the number. */
    @Test
    void anArchiveIsWrittenAsApproved() throws IOException {
        try (InputStream file = ReadingDamagedArchivesTest.class.getResourceAsStream("/approved/archive.txt")) {
            String approved = new String(file.readAllBytes(), StandardCharsets.UTF_8);

            assertThat(String.join("\n", lines(archive)) + "\n").isEqualTo(approved);
            assertThat(verify(zip(approved.lines().toList()))).isEqualTo(content);
        }
    }

    @Test
    void anArchiveThatIsCutOffAnywhereIsRefused() {
        for (int length = 0; length < archive.length; length++) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThatThrownBy(() -> verify(cut)).as("length %d", length).isInstanceOf(ArchiveRefused.class);
        }
    }

    @Test
    void linesThatEndEarlyAreRefusedWithTheLastPosition() throws IOException {
        List<String> lines = lines(archive);

        assertThatThrownBy(() -> verify(zip(lines.subList(0, lines.size() - 1))))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("line " + lines.size() + ": the archive is cut off")
                .hasMessageContaining("position " + RandomLog.end(log));
    }

    /** Some bits of the compressed form mean nothing, such as the time in its header. */
    @Test
    void anArchiveWithOneBitChangedIsRefusedOrMeansTheSame() throws IOException {
        int refused = 0;
        for (int bit = 0; bit < archive.length * 8; bit++) {
            byte[] changed = archive.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertThat(verify(changed)).as("bit %d", bit).isEqualTo(content);
            } catch (ArchiveRefused e) {
                assertThat(e.getMessage()).as("bit %d", bit).startsWith("line ");
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(archive.length * 8 - 100);
    }

    @Test
    void aChangedLetterInAnyLineIsRefused() throws IOException {
        List<String> lines = lines(archive);
        for (int number = 1; number < lines.size(); number++) {
            List<String> changed = new ArrayList<>(lines);
            changed.set(number, lines.get(number).replaceFirst("[0-9]", "7").replaceFirst("[a-f]", "9"));
            assertThatThrownBy(() -> verify(zip(changed)))
                    .as("line %d", number + 1)
                    .isInstanceOf(ArchiveRefused.class)
                    .hasMessageStartingWith("line ");
        }
    }

    @Test
    void linesInAnotherOrderAreRefusedWhereTheOrderBreaks() throws IOException {
        List<String> lines = lines(archive);
        lines.add(2, lines.remove(3));

        assertThatThrownBy(() -> verify(zip(lines)))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageStartingWith("line 3: ")
                .hasMessageContaining("not in order");
    }

    @Test
    void aLineThatIsMissingOrThereTwiceIsRefused() throws IOException {
        List<String> missing = lines(archive);
        missing.remove(3);
        List<String> twice = lines(archive);
        twice.add(3, twice.get(3));

        assertThatThrownBy(() -> verify(zip(missing))).isInstanceOf(ArchiveRefused.class);
        assertThatThrownBy(() -> verify(zip(twice))).isInstanceOf(ArchiveRefused.class);
    }

    @Test
    void anArchiveOfANewerFormatIsRefused() throws IOException {
        List<String> lines = lines(archive);
        lines.set(0, lines.getFirst().replace("\"guanxi-log\":1", "\"guanxi-log\":2"));

        assertThatThrownBy(() -> verify(zip(lines)))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("newer program");
    }

    @Test
    void whatIsNoArchiveIsRefused() throws IOException {
        assertThatThrownBy(() -> verify("hello".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(ArchiveRefused.class)
                .hasMessageContaining("no archive");
        assertThatThrownBy(() -> verify(zip(List.of("{\"some\":\"json\"}")))).hasMessageContaining("no archive");
        List<String> more = lines(archive);
        more.add("{}");
        assertThatThrownBy(() -> verify(zip(more))).hasMessageContaining("follows the end");
    }

    private ArchiveContent verify(byte[] bytes) throws IOException {
        Path file = folder.resolve("archive");
        Files.write(file, bytes);
        return LogImport.verify(file);
    }

    private static List<String> lines(byte[] archive) throws IOException {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(archive))) {
            return new ArrayList<>(List.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")));
        }
    }

    private static byte[] zip(List<String> lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
