package io.guanxi.analytics.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class KnowingTheSecretTest {

    private static final String SECRET = "a secret of enough characters";

    @Test
    void only_the_secret_itself_opens() {
        InstanceSecret secret = new InstanceSecret(SECRET);

        assertThat(secret.is(SECRET)).isTrue();
        assertThat(secret.is(SECRET + " ")).isFalse();
        assertThat(secret.is("")).isFalse();
        assertThat(secret.is(null)).isFalse();
    }

    @Test
    void where_none_is_configured_nothing_opens() {
        assertThat(new InstanceSecret(null).is(null)).isFalse();
        assertThat(new InstanceSecret(null).is("")).isFalse();
    }

    @Test
    void a_short_one_is_refused_and_none_is_ever_shown() {
        assertThatThrownBy(() -> new InstanceSettings("short", Duration.ofSeconds(1)))
                .hasMessageContaining("expected: at least 24")
                .hasMessageNotContaining("short");
        assertThat(new InstanceSettings(SECRET, Duration.ofSeconds(1)).toString())
                .doesNotContain(SECRET);
    }
}
