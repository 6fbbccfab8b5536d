package io.guanxi.eventlog.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.util.FileSystemUtils;

/** One {@link Scene} for all tests of a run, since its processes take seconds to start. */
final class SharedScene implements ParameterResolver {

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Scene.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.create(SharedScene.class)).computeIfAbsent(Open.class).scene;
    }

    private static final class Open implements AutoCloseable {

        private final Path folder;
        private final Scene scene;

        Open() {
            try {
                folder = Files.createTempDirectory("proof");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            scene = new Scene(folder);
        }

        @Override
        public void close() throws IOException {
            scene.close();
            FileSystemUtils.deleteRecursively(folder);
        }
    }
}
