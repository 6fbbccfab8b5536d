package io.guanxi.eventlog.archive;

import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.audit.ChainAudit;
import io.guanxi.eventlog.audit.CommitLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** Reads an archive block by block and hands out nothing that was not checked: checksums, the chain, the streams. */
final class ArchiveReader implements AutoCloseable {

    private static final int MOST_IN_A_BLOCK = 10_000;
    private static final byte[] BLOCK = "{\"block\"".getBytes(StandardCharsets.UTF_8);
    private static final byte[] TRAILER = "{\"end\"".getBytes(StandardCharsets.UTF_8);

    private final ArchiveLines lines;
    private final ArchiveHeader header;
    private final Seal seal = new Seal();
    private final ChainAudit chain = ChainAudit.fromTheBeginning(BodyCheck.NONE, 1);

    private ArchiveReader(ArchiveLines lines, byte[] first) {
        this.lines = lines;
        this.header = ArchiveHeader.read(first);
        seal.header(first);
    }

    static ArchiveReader open(Path file) throws IOException {
        ArchiveLines lines = ArchiveLines.open(file);
        try {
            ArchiveReader reader = new ArchiveReader(lines, lines.next(0));
            if (reader.header.from() != 0) {
                throw lines.refused("the archive begins at " + reader.header.from() + " (expected: 0)");
            }
            return reader;
        } catch (IOException | RuntimeException e) {
            lines.close();
            throw e;
        }
    }

    ArchiveHeader header() {
        return header;
    }

    /**
     * The next commits, or null after the last ones, when the file was seen to be complete.
     *
     * @throws ArchiveRefused if the file is damaged; what was handed out before is not
     */
    @Nullable
    Block next() throws IOException {
        List<BsonDocument> commits = new ArrayList<>();
        while (true) {
            byte[] line = lines.next(chain.end());
            if (startsWith(line, TRAILER) && commits.isEmpty()) {
                complete(line);
                return null;
            }
            if (startsWith(line, BLOCK)) {
                close(line, commits.size());
                return new Block(commits, chain.end());
            }
            commits.add(commit(line));
            if (commits.size() > MOST_IN_A_BLOCK) {
                throw lines.refused("a block has more than " + MOST_IN_A_BLOCK + " commits");
            }
        }
    }

    private BsonDocument commit(byte[] line) {
        BsonDocument commit;
        try {
            commit = CommitLines.commit(line);
        } catch (RuntimeException e) {
            throw lines.refused("this is no commit (expected: the one at position " + chain.end() + ")");
        }
        long before = chain.end();
        chain.see(commit);
        Chain.check(chain, lines.place() + "the archive is damaged or its lines are not in order");
        seal.commit(line, chain.end() - before);
        return commit;
    }

    private void close(byte[] line, int commits) {
        byte[] expected = seal.block();
        if (!Arrays.equals(line, expected)) {
            throw lines.refused("the checksum of block " + seal.blocks() + " is wrong; it has " + commits
                    + " commits and ends before position " + chain.end());
        }
    }

    private void complete(byte[] line) throws IOException {
        if (!Arrays.equals(line, seal.trailer())) {
            throw lines.refused("the counts or the checksum of the whole archive are wrong");
        }
        if (chain.end() != header.to()) {
            throw lines.refused("the archive ends at position " + chain.end() + " (expected: " + header.to() + ")");
        }
        lines.expectEnd();
    }

    private static boolean startsWith(byte[] line, byte[] beginning) {
        return line.length >= beginning.length
                && Arrays.equals(line, 0, beginning.length, beginning, 0, beginning.length);
    }

    long commits() {
        return seal.commits();
    }

    String digest() {
        return seal.digest();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
