package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.history.domain.Conversion;
import io.guanxi.analytics.models.domain.Versions;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.InForceHistory;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's versions; where no rule says how amounts are compared, it is as configured.
 *
 * @param configured null if nothing is
 */
public record Compared(Versions versions, @Nullable Conversion configured) implements InForceHistory {

    @Override
    public InForce on(LocalDate day) {
        InForce inForce = versions.on(day);
        if (inForce.conversion() != null || configured == null) {
            return inForce;
        }
        return new InForce(
                day,
                inForce.boundariesVersion(),
                inForce.boundaries(),
                inForce.lifetime(),
                inForce.risk(),
                inForce.pyramid(),
                inForce.clusters(),
                inForce.segments(),
                configured);
    }

    @Override
    public List<LocalDate> changes(LocalDate after, LocalDate until) {
        return versions.changes(after, until);
    }

    @Override
    public int generation() {
        return versions.generation();
    }

    @Override
    public LocalDate changedSince(int generation) {
        return versions.changedSince(generation);
    }
}
