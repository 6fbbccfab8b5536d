package io.guanxi.eventlog.proof.journal;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An operations log: a file to which lines are only added, each handed to the kernel at once, so that a kill loses none. */
public final class Journal implements AutoCloseable {

    private static final Map<String, Class<?>> KINDS = Stream.of(Operation.class.getPermittedSubclasses())
            .collect(Collectors.toMap(Class::getSimpleName, Function.identity()));

    private final FileOutputStream file;

    public Journal(Path path) {
        try {
            file = new FileOutputStream(path.toFile(), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void write(Operation operation) {
        try {
            file.write((line(operation) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** All whole lines so far, in the order in which they were written. */
    public static List<Operation> read(Path path) {
        try {
            if (!Files.exists(path)) {
                return List.of();
            }
            String text = Files.readString(path);
            return text.substring(0, text.lastIndexOf('\n') + 1)
                    .lines()
                    .map(Journal::operation)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String line(Operation operation) {
        return operation.getClass().getSimpleName() + " "
                + components(operation.getClass())
                        .map(component -> text(component, operation))
                        .collect(Collectors.joining(" "));
    }

    static Operation operation(String line) {
        String[] words = line.split(" ");
        Class<?> kind = KINDS.get(words[0]);
        RecordComponent[] components = kind.getRecordComponents();
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(components[i].getType(), words[i + 1]);
        }
        try {
            return (Operation) kind.getDeclaredConstructor(
                            components(kind).map(RecordComponent::getType).toArray(Class[]::new))
                    .newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("line: " + line, e);
        }
    }

    private static Stream<RecordComponent> components(Class<?> kind) {
        return Arrays.stream(kind.getRecordComponents());
    }

    private static String text(RecordComponent component, Operation operation) {
        try {
            return component.getAccessor().invoke(operation).toString().replaceAll("\\s+", "_");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object value(Class<?> type, String word) {
        if (type == long.class) {
            return Long.parseLong(word);
        }
        return type == int.class ? (Object) Integer.parseInt(word) : word;
    }
}
