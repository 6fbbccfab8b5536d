package io.guanxi.loyalty.account.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RememberingOpenAccountsTest {

    private final OpenAccounts open = new OpenAccounts(2);

    @Test
    void onlyWhatWasAddedIsKnown() {
        open.add("acme/1");

        assertThat(open.includes("acme/1")).isTrue();
        assertThat(open.includes("acme/2")).isFalse();
    }

    @Test
    void whatWasNotAskedForLongestIsForgotten() {
        open.add("acme/1");
        open.add("acme/2");
        open.includes("acme/1");
        open.add("acme/3");

        assertThat(open.includes("acme/1")).isTrue();
        assertThat(open.includes("acme/2")).isFalse();
        assertThat(open.includes("acme/3")).isTrue();
    }
}
