package io.guanxi.eventlog.archive;

import io.guanxi.eventlog.audit.BodyCheck;
import io.guanxi.eventlog.audit.ChainAudit;
import io.guanxi.eventlog.audit.CommitLines;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.GZIPOutputStream;
import org.bson.BsonDocument;

/**
 * Writes an archive: gzip over lines of UTF-8. The first line is the {@link ArchiveHeader}; then come blocks, each of some
 * hundred commits in the order of positions, one a line as {@link CommitLines} writes them, and a line with a checksum; then
 * one line with the counts, the digest of the chain and a checksum. A block is what a reader must hold in memory: about a
 * megabyte, or one commit.
 */
final class ArchiveWriter {

    private static final int COMMITS_IN_A_BLOCK = 500;
    private static final int BYTES_IN_A_BLOCK = 1 << 20;
    private static final int BUFFER = 1 << 16;

    private final GZIPOutputStream out;
    private final ArchiveHeader header;
    private final Seal seal = new Seal();
    private final ChainAudit chain = ChainAudit.fromTheBeginning(BodyCheck.NONE, 1);
    private int commitsInBlock;
    private int bytesInBlock;

    ArchiveWriter(OutputStream target, ArchiveHeader header) throws IOException {
        this.out = new GZIPOutputStream(target, BUFFER);
        this.header = header;
        byte[] line = header.line();
        seal.header(line);
        write(line);
    }

    /** @throws ArchiveRefused if it does not continue the chain */
    void commit(BsonDocument commit) throws IOException {
        long before = chain.end();
        chain.see(commit);
        Chain.check(chain, "the log is damaged, and a damaged log is not archived (an audit says more)");
        byte[] line = CommitLines.line(commit);
        seal.commit(line, chain.end() - before);
        write(line);
        commitsInBlock++;
        bytesInBlock += line.length;
        if (commitsInBlock == COMMITS_IN_A_BLOCK || bytesInBlock >= BYTES_IN_A_BLOCK) {
            endBlock();
        }
    }

    private void endBlock() throws IOException {
        write(seal.block());
        commitsInBlock = 0;
        bytesInBlock = 0;
    }

    /** The archive is complete only after this. */
    void finish() throws IOException {
        if (chain.end() != header.to()) {
            throw new ArchiveRefused("the log ends at " + chain.end() + " (expected: " + header.to() + ")");
        }
        if (commitsInBlock > 0) {
            endBlock();
        }
        write(seal.trailer());
        out.finish();
        out.flush();
    }

    private void write(byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }
}
