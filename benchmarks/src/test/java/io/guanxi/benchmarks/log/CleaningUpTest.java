package io.guanxi.benchmarks.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CleaningUpTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void theLastIsClosedFirstAndEachOnce() {
        Cleanup cleanup = new Cleanup();
        cleanup.add(() -> closed.add("server"));
        cleanup.add(() -> closed.add("client"));

        cleanup.close();
        cleanup.close();

        assertThat(closed).containsExactly("client", "server");
    }

    @Test
    void whatCannotBeClosedDoesNotKeepTheOthersOpen() {
        Cleanup cleanup = new Cleanup();
        cleanup.add(() -> closed.add("server"));
        cleanup.add(() -> {
            throw new IllegalStateException("stuck");
        });

        cleanup.close();

        assertThat(closed).containsExactly("server");
    }

    @Test
    void whatComesAfterTheEndIsClosedAtOnce() {
        Cleanup cleanup = new Cleanup();
        cleanup.close();

        assertThatIllegalStateException().isThrownBy(() -> cleanup.add(() -> closed.add("late")));
        assertThat(closed).containsExactly("late");
    }

    @Test
    void aTemporaryFolderGoesWithAllThatIsInIt() throws Exception {
        TemporaryFolder folder = TemporaryFolder.create();
        Path inner = Files.createDirectories(folder.path().resolve("a/b"));
        Files.writeString(inner.resolve("c"), "d");

        folder.close();

        assertThat(folder.path()).doesNotExist();
    }
}
