package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.value.domain.RevisionRule;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How this service is set up.
 *
 * @param stateDir where the state stores are; may be lost, and is rebuilt from the change logs then
 * @param threads how many threads process streams, at most one for each partition is of use
 * @param tenantPartitions over how many tasks tenants are spread; cannot be changed while there is state
 * @param replicationFactor of change logs and the repartition topic; -1 for the broker's default
 * @param commitInterval how often a transaction ends; results are seen by others after that long
 * @param cache memory for recently used entries of all stores together
 * @param rocksMemory memory for blocks and write buffers of all stores together; less than 64 MB
 * @param advertisedAddress {@code host:port} where other instances reach this one; by default this host's loopback address
 *     and the port of the web server, which suits a single machine
 * @param forwardTimeout how long another instance may take to answer for a key that it holds
 * @param currency in which customers are compared; by default the one in which a tenant has sold most orders
 * @param currencies the same for single tenants
 * @param rates by tenant and currency, what one unit is worth in the currency in which the tenant's customers are compared,
 *     which must be given; what is in a currency without a rate counts as nothing. A published rule of the pyramid brings its own
 *     currency and rates, which take the place of these
 * @param grace how far behind the latest day of its tenant an event may be before it is counted as late; it is taken in
 *     exactly all the same
 */
@Validated
@ConfigurationProperties("guanxi.analytics")
public record AnalyticsSettings(
        @NotNull Path stateDir,
        @DefaultValue("1") @Min(1) @Max(64) int threads,
        @DefaultValue("2") @Min(1) @Max(256) int tenantPartitions,
        @DefaultValue("-1") @Min(-1) @Max(9) int replicationFactor,
        @DefaultValue("100ms") @NotNull Duration commitInterval,
        @DefaultValue("4MB") @NotNull DataSize cache,
        @DefaultValue("32MB") @NotNull DataSize rocksMemory,

        @Nullable @Pattern(regexp = "[^:/\\s]+:\\d{1,5}", message = "must be host:port")
        String advertisedAddress,

        @DefaultValue("2s") @NotNull Duration forwardTimeout,

        @Nullable @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code")
        String currency,

        @DefaultValue
        Map<String, @Pattern(regexp = "[A-Z]{3}", message = "must be an ISO 4217 code") String> currencies,

        @DefaultValue Map<String, Map<String, @Positive BigDecimal>> rates,
        @DefaultValue("30d") @NotNull Duration grace,
        @DefaultValue @Valid Revision revision,
        @DefaultValue @Valid Rescoring rescoring) {

    private static final DataSize MOST_ROCKS_MEMORY = DataSize.ofMegabytes(64);

    public AnalyticsSettings {
        if (rocksMemory.compareTo(MOST_ROCKS_MEMORY) >= 0) {
            throw new IllegalArgumentException("guanxi.analytics.rocks-memory: " + rocksMemory
                    + " (expected: less than " + MOST_ROCKS_MEMORY + ")");
        }
    }

    Currencies comparison() {
        return new Currencies(currencies, currency, rates);
    }

    /**
     * When boundaries are measured anew.
     *
     * @param changedShare after changes to this share of the customers, 0.01 for one percent
     * @param atLatest after this long with any change
     * @param checkEvery how often that is looked at, so at most how often boundaries are revised
     */
    public record Revision(
            @DefaultValue("0.01") double changedShare,
            @DefaultValue("60s") @NotNull Duration atLatest,
            @DefaultValue("2s") @NotNull Duration checkEvery) {

        RevisionRule rule() {
            return new RevisionRule(changedShare, atLatest);
        }
    }

    /**
     * How fast customers get new scores after a revision, for each partition.
     *
     * @param every how often a slice of customers is looked at
     * @param slice the customers of a slice
     */
    public record Rescoring(
            @DefaultValue("200ms") @NotNull Duration every,
            @DefaultValue("500") @Min(1) @Max(100_000) int slice) {}
}
