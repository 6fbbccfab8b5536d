package io.guanxi.eventing.log;

import io.guanxi.eventing.log.LogTool.Wishes;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.eventlog.archive.ArchiveRefused;
import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.axon.CatalogueCheck;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * The same from the image of a service, beside a cluster. It takes the store and the broker from the service's own settings,
 * {@code SPRING_MONGODB_URI} and {@code SPRING_KAFKA_BOOTSTRAP_SERVERS}.
 */
public final class LogCommand {

    private static final String USAGE = """
            Usage: audit SERVICE [--after POSITION] [--catalogue CLASS#METHOD]
                   export SERVICE FILE [--to POSITION]
                   import SERVICE FILE [--to POSITION] [--set-aside] [--since INSTANT] [--without-broker]
            SPRING_MONGODB_URI names the store, SPRING_KAFKA_BOOTSTRAP_SERVERS the broker.""";

    private LogCommand() {}

    /** Exit status: 0 done and clean, 1 findings or could not be done, 2 asked for in a wrong way. */
    public static void main(String[] arguments) {
        LoggingSystem.get(LogCommand.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        System.exit(run(List.of(arguments), System.getenv(), System.out, System.err));
    }

    static int run(List<String> arguments, Map<String, String> environment, PrintStream out, PrintStream err) {
        LogArguments asked;
        try {
            asked = LogArguments.parse(arguments);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage());
            err.println(USAGE);
            return 2;
        }
        String store = environment.get("SPRING_MONGODB_URI");
        if (store == null) {
            err.println("SPRING_MONGODB_URI is not set (expected: the store of " + asked.service() + ")");
            return 2;
        }
        try (LogTool tool = LogTool.of(store, asked.service())) {
            return run(tool, asked, environment.get("SPRING_KAFKA_BOOTSTRAP_SERVERS"), out);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        } catch (IOException | RuntimeException e) {
            boolean explained = e instanceof ArchiveRefused || e instanceof RestoreRefused;
            err.println(explained ? e.getMessage() : e.toString());
            return 1;
        }
    }

    private static int run(LogTool tool, LogArguments asked, @Nullable String brokers, PrintStream out)
            throws IOException, InterruptedException {
        LogTold told = new LogTold(out);
        return switch (asked.verb()) {
            case AUDIT -> {
                AuditReport report = tool.audit(bodies(asked.catalogue()), asked.after(), told::progress);
                told.report(report);
                yield report.clean() ? 0 : 1;
            }
            case EXPORT -> {
                told.archived(tool.export(asked.requiredFile(), asked.to()), asked.requiredFile());
                yield 0;
            }
            case IMPORT -> {
                if (brokers == null && !asked.withoutBroker()) {
                    throw new RestoreRefused("SPRING_KAFKA_BOOTSTRAP_SERVERS is not set (or say --without-broker)");
                }
                tool.restore(
                        asked.requiredFile(),
                        new Wishes(asked.to(), asked.setAside(), asked.withoutBroker() ? null : brokers, asked.since()),
                        told);
                told.restored(asked.service());
                yield 0;
            }
        };
    }

    /** @param method such as {@code io.guanxi.some.Events#catalogue}; null for an audit that does not look at names and bodies */
    private static BodyCheck bodies(@Nullable String method) {
        if (method == null) {
            return BodyCheck.NONE;
        }
        String[] parts = method.split("#", 2);
        try {
            Method named = Class.forName(parts[0]).getMethod(parts.length == 2 ? parts[1] : "catalogue");
            return CatalogueCheck.of((EventCatalogue) named.invoke(null));
        } catch (ReflectiveOperationException | ClassCastException e) {
            throw new RestoreRefused("--catalogue " + method
                    + " (expected: CLASS#METHOD, a public static method that gives an EventCatalogue)");
        }
    }
}
