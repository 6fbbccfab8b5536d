package io.guanxi.loyalty.programme.domain;

import java.time.Duration;

/**
 * What the operator has set for all tenants.
 *
 * @param configured the rules of a tenant that has published none, in force since ever
 * @param leadTime how long before its first moment a version is published at least, so that every instance knows it by then
 */
public record ProgrammeTerms(PublishedRules configured, Duration leadTime) {

    public ProgrammeTerms {
        Checks checks = new Checks();
        checks.that(configured.corrects() == null, "/configured/corrects", configured.corrects(), "absent");
        checks.that(configured.until() == null, "/configured/until", configured.until(), "absent");
        checks.that(leadTime.isPositive(), "/leadTime", leadTime, "more than PT0S");
        checks.refuse();
    }
}
