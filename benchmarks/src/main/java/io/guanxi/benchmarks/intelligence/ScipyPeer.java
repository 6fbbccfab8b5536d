package io.guanxi.benchmarks.intelligence;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** BG/NBD fitted and scored by vectorised scipy, in a process of its own. */
final class ScipyPeer {

    private static final String SCRIPT = "peer.py";
    private static final int MOST_MINUTES = 10;

    private ScipyPeer() {}

    /** As the script writes it. */
    record Answer(
            double fitSeconds,
            double logLikelihood,
            List<Double> parameters,
            double scoreSeconds,
            double alive,
            double expected) {}

    /**
     * Null if there is no python3 with scipy here.
     *
     * @param x orders after the first, by customer
     * @param lastOrder weeks from the first order to the last
     * @param age weeks from the first order to the end
     */
    static @Nullable Answer fit(double[] x, double[] lastOrder, double[] age) throws IOException, InterruptedException {
        if (!isThere()) {
            return null;
        }
        Path folder = Files.createTempDirectory("guanxi-peer");
        Path script = folder.resolve(SCRIPT);
        Path data = folder.resolve("customers");
        try (InputStream source = ScipyPeer.class.getResourceAsStream(SCRIPT)) {
            if (source == null) {
                throw new IllegalStateException(SCRIPT + " is not on the class path");
            }
            Files.copy(source, script);
            write(data, x, lastOrder, age);
            return JsonMapper.builder().build().readValue(run(script, data), Answer.class);
        } finally {
            Files.deleteIfExists(data);
            Files.deleteIfExists(script);
            Files.deleteIfExists(folder);
        }
    }

    private static boolean isThere() throws InterruptedException {
        try {
            Process asked = new ProcessBuilder("python3", "-c", "import scipy.optimize")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return asked.waitFor(1, TimeUnit.MINUTES) && asked.exitValue() == 0;
        } catch (IOException noPython) {
            return false;
        }
    }

    private static void write(Path file, double[] x, double[] lastOrder, double[] age) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                DataOutputStream doubles = new DataOutputStream(new BufferedOutputStream(out, 1 << 16))) {
            for (int customer = 0; customer < x.length; customer++) {
                writeLittleEndian(doubles, x[customer]);
                writeLittleEndian(doubles, lastOrder[customer]);
                writeLittleEndian(doubles, age[customer]);
            }
        }
    }

    private static void writeLittleEndian(DataOutputStream out, double value) throws IOException {
        out.writeLong(Long.reverseBytes(Double.doubleToRawLongBits(value)));
    }

    private static String run(Path script, Path data) throws IOException, InterruptedException {
        Process peer = new ProcessBuilder("python3", script.toString(), data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            String answer = new String(peer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!peer.waitFor(MOST_MINUTES, TimeUnit.MINUTES) || peer.exitValue() != 0) {
                throw new IllegalStateException("scipy did not end as it should");
            }
            return answer;
        } finally {
            peer.destroyForcibly();
        }
    }
}
