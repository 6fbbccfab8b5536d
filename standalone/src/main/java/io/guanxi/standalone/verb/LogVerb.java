package io.guanxi.standalone.verb;

import io.guanxi.eventing.log.LogTold;
import io.guanxi.eventing.log.LogTool;
import io.guanxi.eventing.log.LogTool.Wishes;
import io.guanxi.eventlog.audit.AuditReport;
import io.guanxi.standalone.platform.PortPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an operator does with the event log of one service of the running platform. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "audit|export|import",
        description = "Audits, archives and restores the event log of a service; the platform must run.",
        subcommands = {LogVerb.Audit.class, LogVerb.Export.class, LogVerb.Import.class})
public final class LogVerb {

    /** Which log, and where. */
    static final class Target {

        @Mixin
        private DataOption data = new DataOption();

        @Parameters(index = "0", paramLabel = "SERVICE", description = "customer, loyalty, ticket or analytics")
        private String service = "";

        ServiceLog log() {
            return ServiceLog.of(service);
        }

        PortPlan ports() {
            return data.ports();
        }

        LogTool open() {
            return LogTool.of("mongodb://127.0.0.1:" + ports().store() + "/" + log().database(), log().service());
        }
    }

    /** Walks the log, also while the service writes to it. Exit status 1 if something is wrong with it. */
    @Command(
            name = "audit",
            mixinStandardHelpOptions = true,
            description = {
                "Walks the log and reports gaps, overlaps, broken streams, unreadable and foreign events.",
                "It repairs nothing. Exit status: 0 clean, 1 findings."
            })
    static final class Audit implements Callable<Integer> {

        @Mixin
        private Target target = new Target();

        @Option(
                names = "--after",
                paramLabel = "POSITION",
                description = "The last event that is known to be good (default: none).")
        private long after = -1;

        @Override
        public Integer call() {
            LogTold told = new LogTold(System.out);
            try (LogTool tool = target.open()) {
                AuditReport report = tool.audit(target.log().bodies(), after, told::progress);
                told.report(report);
                return report.clean() ? 0 : 1;
            }
        }
    }

    /** Writes the log into a file, also while the service writes to it. */
    @Command(
            name = "export",
            mixinStandardHelpOptions = true,
            description = "Writes the log into one portable, checksummed file.")
    static final class Export implements Callable<Integer> {

        @Mixin
        private Target target = new Target();

        @Parameters(index = "1", paramLabel = "FILE", description = "is written whole or not at all")
        private Path file = Path.of("");

        @Option(
                names = "--to",
                paramLabel = "POSITION",
                description = "The position after the last event (default: all that is there).")
        private @Nullable Long to;

        @Override
        public Integer call() throws Exception {
            try (LogTool tool = target.open()) {
                new LogTold(System.out).archived(tool.export(file, to), file);
                return 0;
            }
        }
    }

    /** Makes the log that of a file while the service is stopped, and lets the service compute the rest anew. */
    @Command(
            name = "import",
            mixinStandardHelpOptions = true,
            description = {
                "Makes the log that of a file, while the service is stopped (./guanxi service stop NAME).",
                "The service then forgets views, snapshots and checkpoints and reads its topics again.",
                "Ended in the middle, it can be begun again and goes on."
            })
    static final class Import implements Callable<Integer> {

        @Mixin
        private Target target = new Target();

        @Parameters(index = "1", paramLabel = "FILE", description = "what ./guanxi log export wrote")
        private Path file = Path.of("");

        @Option(
                names = "--to",
                paramLabel = "POSITION",
                description = "The position after the last event (default: the whole file).")
        private @Nullable Long to;

        @Option(
                names = "--set-aside",
                description = "Keep a log that is in the way under another name, instead of refusing.")
        private boolean setAside;

        @Option(
                names = "--since",
                paramLabel = "INSTANT",
                description = "Read again only what was published since, such as 2026-03-01T00:00:00Z"
                        + " (default: all that the topics have).")
        private @Nullable Instant since;

        @Override
        public Integer call() throws Exception {
            LogTold told = new LogTold(System.out);
            try (LogTool tool = target.open()) {
                String broker = "127.0.0.1:" + target.ports().broker();
                tool.restore(file, new Wishes(to, setAside, broker, since), told);
                told.restored(target.log().service());
                return 0;
            }
        }
    }
}
