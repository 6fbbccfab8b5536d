package io.guanxi.standalone.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingSecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aSecretIsMadeOnceAndKept() {
        String first = new DataLayout(folder).customerMasterKey();

        assertThat(new DataLayout(folder).customerMasterKey()).isEqualTo(first);
        assertThat(Base64.getDecoder().decode(first)).hasSize(32);
        assertThat(new DataLayout(folder).clientSecret()).isNotEqualTo(first).matches("[A-Za-z0-9_-]{43}");
    }

    @Test
    void onlyTheOwnerCanReadASecret() throws IOException {
        new DataLayout(folder).clientSecret();

        assertThat(Files.getPosixFilePermissions(folder.resolve("keys/client-secret")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    }
}
