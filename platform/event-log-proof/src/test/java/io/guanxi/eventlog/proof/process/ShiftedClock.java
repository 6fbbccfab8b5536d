package io.guanxi.eventlog.proof.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * An agent that sets the wall clock of one process ahead or back: every {@code Clock.system…} and every {@code now()} of
 * {@code java.time}. The monotonic clock stays, as it does on a machine whose wall clock is wrong.
 */
public final class ShiftedClock {

    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");

    private ShiftedClock() {}

    /** @param millis how far ahead; negative for behind */
    public static void premain(String millis, Instrumentation instrumentation)
            throws UnmodifiableClassException, ClassNotFoundException {
        long shift = Long.parseLong(millis);
        Class<?> system = Class.forName("java.time.Clock$SystemClock");
        instrumentation.addTransformer(
                new ClassFileTransformer() {
                    @Override
                    public byte[] transform(
                            ClassLoader loader, String name, Class<?> type, ProtectionDomain domain, byte[] bytes) {
                        return type == Clock.class || type == system ? shifted(bytes, shift) : null;
                    }
                },
                true);
        instrumentation.retransformClasses(Clock.class, system);
    }

    /** {@code Clock.currentInstant} and {@code SystemClock.millis} are where java.time asks the machine. */
    private static byte[] shifted(byte[] bytes, long shift) {
        ClassFile file = ClassFile.of();
        return file.transformClass(
                file.parse(bytes),
                ClassTransform.transformingMethodBodies(
                        method -> method.methodName().equalsString("currentInstant")
                                || method.methodName().equalsString("millis")
                                        && !method.flags().has(AccessFlag.ABSTRACT),
                        (code, element) -> shift(code, element, shift)));
    }

    private static void shift(CodeBuilder code, CodeElement element, long shift) {
        if (element instanceof ReturnInstruction answer) {
            code.loadConstant(shift);
            switch (answer.typeKind()) {
                case LONG -> code.ladd();
                case REFERENCE ->
                    code.invokevirtual(INSTANT, "plusMillis", MethodTypeDesc.of(INSTANT, ClassDesc.ofDescriptor("J")));
                default -> throw new IllegalStateException("clock that returns " + answer.typeKind());
            }
        }
        code.with(element);
    }

    /** The agent's jar, written if it is not there, with which a process is started. */
    static synchronized Path jar(Path folder) {
        Path jar = folder.resolve("clock.jar");
        if (Files.exists(jar)) {
            return jar;
        }
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.putValue("Premain-Class", ShiftedClock.class.getName());
        attributes.putValue("Can-Retransform-Classes", "true");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            out.putNextEntry(new JarEntry("nothing"));
            out.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return jar;
    }
}
