package io.guanxi.eventing.job;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bson.Document;

/** An instance of a service in a process of its own, which can be stopped and killed. */
final class CountingProcess {

    static final JobSettings SETTINGS = new JobSettings(
            2,
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            Duration.ofMillis(100),
            Duration.ofSeconds(1),
            5,
            Duration.ofDays(1));

    private static final long STEP_MILLIS = 20;

    private CountingProcess() {}

    /** Its jobs' threads alone do not keep it alive: it lives until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        MongoClient client = MongoClients.create(arguments[0]);
        instance(client.getDatabase(arguments[1]).getCollection("jobs"), slowJob(), arguments[2])
                .runner
                .start();
        new CountDownLatch(1).await();
    }

    static CountingJob slowJob() {
        CountingJob job = new CountingJob();
        job.meanwhile = () -> {
            try {
                new CountDownLatch(1).await(STEP_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        return job;
    }

    static JobBench instance(MongoCollection<Document> collection, CountingJob job, String name) {
        JobDocuments jobs = new JobDocuments(collection, new JobFormat(), Clock.systemUTC());
        return new JobBench(
                List.of(job),
                collection,
                jobs,
                SETTINGS,
                name,
                Clock.systemUTC(),
                System::nanoTime,
                new SimpleMeterRegistry());
    }

    static Process start(String uri, String database, Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CountingProcess.class.getName(),
                        uri,
                        database,
                        "process")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("process.log").toFile())
                .start();
    }
}
