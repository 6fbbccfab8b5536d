package io.guanxi.loyalty.account.explain;

import io.guanxi.loyalty.account.domain.Finding;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.explain.Explanation.PolicyDecision;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Explains an entry from what was recorded in it. The rules that are in force now play no part. */
public final class ExplainingAnEntry {

    private ExplainingAnEntry() {}

    /** Days are named in Coordinated Universal Time. */
    public static Explanation explain(LedgerEntry entry) {
        return explain(entry, ZoneOffset.UTC);
    }

    /** @param zone in which days are named */
    public static Explanation explain(LedgerEntry entry, ZoneId zone) {
        return new Explanation(
                EntryReasons.inputs(entry),
                EntryReasons.rule(entry),
                EntrySteps.of(entry),
                entry.findings().stream().map(ExplainingAnEntry::policy).toList(),
                entry.moves(),
                Language.inEach(wording -> wording.entries().sentence(entry, zone)));
    }

    static PolicyDecision policy(Finding finding) {
        return new PolicyDecision(
                finding.policy(),
                finding.applied(),
                Language.inEach(wording -> wording.phrases().policy(finding.policy())));
    }
}
