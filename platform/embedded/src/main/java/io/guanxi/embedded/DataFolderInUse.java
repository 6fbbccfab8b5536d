package io.guanxi.embedded;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Another process, or another part of this one, works on the same data folder. Nothing was changed in it. */
public final class DataFolderInUse extends IllegalStateException {

    private final transient Path folder;

    DataFolderInUse(Path folder, String what, @Nullable Throwable cause) {
        super("The %s in the data folder %s is in use by another process; stop that one or choose another folder"
                .formatted(what, folder.toAbsolutePath()));
        this.folder = folder;
        if (cause != null) {
            initCause(cause);
        }
    }

    public Path folder() {
        return folder;
    }
}
