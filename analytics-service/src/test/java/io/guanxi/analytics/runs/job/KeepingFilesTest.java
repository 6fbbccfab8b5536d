package io.guanxi.analytics.runs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.guanxi.test.TestPlatform;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class KeepingFilesTest {

    private static final String DATABASE = "run-files";

    private MongoClient client;
    private RunFiles files;

    @BeforeEach
    void open() {
        client = MongoClients.create(TestPlatform.storeUri(DATABASE));
        client.getDatabase(DATABASE).drop();
        files = new RunFiles(client.getDatabase(DATABASE));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void what_is_larger_than_a_part_comes_back_as_it_was() throws IOException {
        byte[] content = content(5, 2_500_000);
        RunFile file = keep("r-1", 1, content);

        assertThat(file.parts()).isEqualTo(3);
        assertThat(file.bytes()).isEqualTo(content.length);
        assertThat(file.sha256()).hasSize(64);
        assertThat(read("r-1", file)).isEqualTo(content);
    }

    @Test
    void the_same_again_changes_nothing() throws IOException {
        byte[] content = content(6, 1_200_000);
        RunFile once = keep("r-1", 1, content);

        assertThat(keep("r-1", 1, content)).isEqualTo(once);
        assertThat(read("r-1", once)).isEqualTo(content);
    }

    @Test
    void an_owner_that_comes_late_writes_nothing_over_its_successors_file() throws IOException {
        byte[] content = content(7, 100);
        RunFile file = keep("r-1", 2, content);

        assertThatThrownBy(() -> keep("r-1", 1, content(8, 100)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("another owner");
        assertThat(read("r-1", file)).isEqualTo(content);
        assertThat(read("r-1", keep("r-1", 3, content(9, 50)))).isEqualTo(content(9, 50));
    }

    @Test
    void what_is_forgotten_is_gone_and_other_runs_keep_theirs() throws IOException {
        RunFile gone = keep("r-1", 1, content(1, 100));
        RunFile kept = keep("r-10", 1, content(2, 100));
        files.forget("acme", "r-1");

        assertThatThrownBy(() -> read("r-1", gone)).isInstanceOf(IOException.class);
        assertThat(read("r-10", kept)).isEqualTo(content(2, 100));
    }

    @Test
    void nothing_at_all_is_a_file_too() throws IOException {
        assertThat(read("r-1", keep("r-1", 1, new byte[0]))).isEmpty();
    }

    private RunFile keep(String run, long term, byte[] content) throws IOException {
        return files.keep("acme", run, "some.bin", term, new ByteArrayInputStream(content));
    }

    private byte[] read(String run, RunFile file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        files.copy("acme", run, file, out);
        return out.toByteArray();
    }

    private static byte[] content(long seed, int length) {
        byte[] bytes = new byte[length];
        new SplittableRandom(seed).nextBytes(bytes);
        return bytes;
    }
}
