package io.guanxi.analytics.runs.job;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much memory runs may take ({@code guanxi.analytics.runs}).
 *
 * @param mostRows of numbers that a model is learned from, and baskets that are looked at; of more customers a fair part is
 *     taken, always the same. A row of a risk model takes about 300 bytes while it is learned; 1,000 to 20,000,000
 */
@ConfigurationProperties("guanxi.analytics.runs")
record RunSettings(@DefaultValue("250000") int mostRows) {

    RunSettings {
        if (mostRows < 1_000 || mostRows > 20_000_000) {
            throw new IllegalArgumentException(
                    "guanxi.analytics.runs.most-rows: " + mostRows + " (expected: 1000 to 20000000)");
        }
    }
}
