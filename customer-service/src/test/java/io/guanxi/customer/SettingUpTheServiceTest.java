package io.guanxi.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SettingUpTheServiceTest {

    private static final String MASTER_KEY = "c29tZSAzMiBieXRlcyBmb3IgdGVzdHMgb25seSEhISE=";

    @Test
    void onlyTheMasterKeyMustBeGiven() {
        var settings = bound(Map.of());

        assertThat(settings.lifeCycle().dormantAfter()).isEqualTo(Duration.ofDays(180));
        assertThat(settings.lifeCycle().lostAfter()).isEqualTo(Duration.ofDays(365));
        assertThat(settings.lifeCycle().review().cron()).isEqualTo("0 0 3 * * *");
        assertThat(settings.lifeCycle().review().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(settings.toString()).doesNotContain(MASTER_KEY);
    }

    @ParameterizedTest
    @CsvSource({
        "master-key, '', 'master-key: not set (expected: 32 random bytes in Base64'",
        "master-key, 'c2hvcnQ=', 'master key: 5 bytes (expected: 32 random bytes in Base64'",
        "life-cycle.lost-after, 100d, 'lost later than that'",
        "life-cycle.dormant-after, 36h, 'dormant-after: PT36H (expected: whole days, such as 180d)'",
        "life-cycle.lost-after, 31536000001ms, 'lost-after: PT8760H0.001S (expected: whole days, such as 180d)'",
        "life-cycle.dormant-after, 0d, 'dormant after a positive time'",
        "life-cycle.review.batch, 0, 'batch: 0 (expected: 1 to 10000)'",
        "life-cycle.review.cron, nightly, 'Cron expression must consist of 6 fields'",
        "life-cycle.review.clock-tolerance, -1h, 'expected: not negative'"
    })
    void aSettingThatCannotWorkIsSaidAtTheStart(String name, String value, String said) {
        assertThatThrownBy(() -> bound(Map.of("guanxi.customer." + name, value)))
                .rootCause()
                .hasMessageContaining(said);
    }

    @Test
    void noMasterKeyAtAllIsSaidToo() {
        assertThatThrownBy(() -> new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("guanxi.customer", CustomerSettings.class))
                .rootCause()
                .hasMessageContaining("master-key: not set");
    }

    private static CustomerSettings bound(Map<String, String> given) {
        var properties = new HashMap<String, String>(Map.of("guanxi.customer.master-key", MASTER_KEY));
        properties.putAll(given);
        return new Binder(new MapConfigurationPropertySource(properties))
                .bind("guanxi.customer", CustomerSettings.class)
                .get();
    }
}
