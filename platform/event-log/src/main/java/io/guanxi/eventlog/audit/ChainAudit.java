package io.guanxi.eventlog.audit;

import java.time.Instant;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the commits of a log one after the other and judges what it saw. It knows no store and no clock.
 *
 * <p><b>Memory.</b> Each stream takes 32 to 64 bytes, in tables of powers of two: 64 MB for a million streams, and half as
 * much again for a moment when a table grows. Ids are compared with the newest {@value RecentIds#MOST} only, which takes
 * 25 MB at most; a repetition that is further apart is not seen. Streams and ids are known by fingerprints of 64 bits.
 */
public final class ChainAudit {

    private final long from;
    private final BodyCheck bodies;
    private final Findings findings;
    private final NextVersions versions;
    private final RecentIds commitIds = new RecentIds();
    private final RecentIds eventIds = new RecentIds();
    private final RunningHash digest = new RunningHash();
    private final EventAudit events;
    private boolean digestHolds = true;
    private long next;
    private long commitCount;
    private long eventCount;
    private long clockWentBack;
    private @Nullable Instant lastRecorded;

    private ChainAudit(long from, ToLongFunction<String> versionsBefore, BodyCheck bodies, int mostOfAKind) {
        this.from = from;
        this.next = from;
        this.versions = new NextVersions(versionsBefore);
        this.bodies = bodies;
        this.findings = new Findings(mostOfAKind);
        this.events = new EventAudit(this.bodies, findings);
    }

    /** @param mostOfAKind how many findings of each kind are kept; all are counted */
    public static ChainAudit fromTheBeginning(BodyCheck bodies, int mostOfAKind) {
        return new ChainAudit(0, stream -> 0, bodies, mostOfAKind);
    }

    /**
     * @param from where a commit begins
     * @param versionsBefore the version after the last event of a stream before that position
     */
    public static ChainAudit from(long from, ToLongFunction<String> versionsBefore, BodyCheck bodies, int mostOfAKind) {
        return new ChainAudit(from, versionsBefore, bodies, mostOfAKind);
    }

    /** The position after the last event seen. */
    public long end() {
        return next;
    }

    /** Whether readers would pass through all that was seen. */
    public boolean chainHolds() {
        return findings.chainHolds();
    }

    /** Takes the next document in the order of positions. */
    public void see(BsonDocument commit) {
        commitCount++;
        Long position = CommitFields.position(commit);
        if (position == null) {
            unreadable(next, null, "its position is no whole number");
            return;
        }
        place(position);
        List<BsonDocument> inside = CommitFields.events(commit);
        String stream = CommitFields.stream(commit);
        next = Math.max(next, position + count(commit, inside, position, stream));
        Long version = CommitFields.version(commit);
        String id = CommitFields.id(commit);
        if (inside == null || stream == null || version == null || id == null) {
            unreadable(position, stream, "stream, version, commit or events are missing or of another type");
            return;
        }
        eventCount += inside.size();
        digest.add(CommitLines.line(commit));
        if (commitIds.seenBefore(id)) {
            findings.add(FindingKind.DUPLICATE_COMMIT, position, stream, "an earlier commit bears the same id");
        }
        continueStream(stream, version, inside.size(), position);
        for (int i = 0; i < inside.size(); i++) {
            see(inside.get(i), stream, position + i);
        }
        noteClock(inside.getFirst());
    }

    private void unreadable(long position, @Nullable String stream, String detail) {
        digestHolds = false;
        findings.add(FindingKind.UNREADABLE_COMMIT, position, stream, detail);
    }

    private void place(long position) {
        if (position > next) {
            findings.add(FindingKind.GAP, next, null, "the next commit stands at " + position);
            next = position;
        } else if (position < next) {
            findings.add(FindingKind.OVERLAP, position, null, "the commit before ends at " + next);
        }
    }

    /** How many positions the commit takes: as many as it says, and else as many as it has events. */
    private long count(
            BsonDocument commit, @Nullable List<BsonDocument> inside, long position, @Nullable String stream) {
        Long said = CommitFields.count(commit);
        long there = inside == null ? 0 : inside.size();
        if (said == null || said != there) {
            findings.add(FindingKind.COUNT_DIFFERS, position, stream, "n is " + said + ", its events are " + there);
        }
        return said == null ? there : said;
    }

    private void continueStream(String stream, long version, int size, long position) {
        long expected = versions.of(stream);
        if (version != expected) {
            FindingKind kind = version < expected
                    ? FindingKind.STREAM_OVERLAP
                    : expected == 0 ? FindingKind.STREAM_BEGINS_LATE : FindingKind.STREAM_GAP;
            findings.add(kind, position, stream, "version " + version + " (expected: " + expected + ")");
        }
        versions.set(stream, Math.max(expected, version + size));
    }

    private void see(BsonDocument event, String stream, long position) {
        String id = CommitFields.text(event, EventAudit.ID);
        if (id != null && eventIds.seenBefore(id)) {
            findings.add(FindingKind.DUPLICATE_EVENT, position, stream, "an earlier event bears the same id");
        }
        events.see(event, stream, position);
    }

    private void noteClock(BsonDocument event) {
        Instant recorded = EventAudit.time(event, EventAudit.RECORDED);
        if (recorded != null) {
            if (lastRecorded != null && recorded.isBefore(lastRecorded)) {
                clockWentBack++;
            }
            lastRecorded = recorded;
        }
    }

    /** What was seen so far. */
    public AuditReport report() {
        return new AuditReport(
                from,
                next,
                commitCount,
                eventCount,
                versions.streams(),
                findings.counts(),
                findings.kept(),
                clockWentBack,
                digestHolds ? digest.soFar() : null);
    }

    /** What was seen, of a log that is known to have had this end. */
    public AuditReport reportAt(long end) {
        if (next < end) {
            findings.add(FindingKind.GAP, next, null, "the log ended at " + end + " when the audit began");
        }
        return report();
    }
}
