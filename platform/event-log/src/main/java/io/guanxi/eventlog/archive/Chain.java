package io.guanxi.eventlog.archive;

import io.guanxi.eventlog.audit.ChainAudit;
import io.guanxi.eventlog.audit.Finding;

/** What may go into an archive and come out of one: commits that continue the chain. */
final class Chain {

    private Chain() {}

    /** @throws ArchiveRefused with the first finding that breaks the chain */
    static void check(ChainAudit seen, String otherwise) {
        if (!seen.chainHolds()) {
            Finding first = seen.report().findings().stream()
                    .filter(finding -> finding.kind().breaksTheChain())
                    .findFirst()
                    .orElseThrow();
            throw new ArchiveRefused(otherwise + ": " + first);
        }
    }
}
