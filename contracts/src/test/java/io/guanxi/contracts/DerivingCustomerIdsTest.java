package io.guanxi.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DerivingCustomerIdsTest {

    /** Computed with another implementation: uuid.uuid5 of Python's standard library. */
    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            acme,web,00021,96ea36ff-10f1-59db-bb52-9d339fb5354e
            other,web,00021,f39de485-eb69-5626-8af6-30a17d30c0ad
            acme,shop2,00021,04d21094-8447-57e4-b141-183a1d0955da
            acme,a,b/c,8e698f4a-a9ef-57be-b5e7-b709df066a94
            acme,a/b,c,dcf8db35-9095-5237-8cc2-b2e37bc093fe
            a,web, 00021 ,757fe7b2-8403-56f3-b90a-45656f0f7783
            acme,web,客户-1,d4bef32e-8156-56e9-8094-746f23a606fd
            acme,web,🙂,1beea8ef-bdeb-54e9-91d9-b6d01476df8b
            """)
    void theSameCustomerHasTheSameIdForEver(String tenant, String shop, String externalId, String customerId) {
        assertThat(CustomerKey.of(tenant, shop, externalId)).isEqualTo(new CustomerKey(tenant, customerId));
    }

    @Test
    void aNameIsTakenAsItIsWritten() {
        assertThat(CustomerKey.of("acme", "web", "Zo\u00eb").customerId())
                .isEqualTo("7de3d087-4270-5074-96c5-fc41fb07d4fc");
        assertThat(CustomerKey.of("acme", "web", "Zoe\u0308").customerId())
                .isEqualTo("f0dc7664-d27f-52f4-a7ff-8edbde30415f");
    }

    @Test
    void aSlashMovesNoBorderBetweenShopAndCustomer() {
        assertThat(CustomerKey.of("acme", "a", "b/c")).isNotEqualTo(CustomerKey.of("acme", "a/b", "c"));
        assertThat(CustomerKey.of("acme", "a", "1:b/1:c")).isNotEqualTo(CustomerKey.of("acme", "a/1:b", "c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "Acme", "-acme", "acme.eu", "acme\n", "ácme"})
    void aTenantHasAPlainName(String tenant) {
        assertThat(CustomerKey.isTenant(tenant)).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerKey.of(tenant, "web", "00021"));
    }

    @Test
    void aTenantHasAtMost63Characters() {
        assertThat(CustomerKey.isTenant("a".repeat(63))).isTrue();
        assertThat(CustomerKey.isTenant("a".repeat(64))).isFalse();
    }

    @Test
    void halfASurrogatePairIsNobody() {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerKey.of("acme", "web", "x\ud800"));
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerKey.of("acme", "\udc00", "x"));
    }

    @Test
    void nobodyHasAnEmptyName() {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerKey.of("acme", "", "x"));
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerKey.of("acme", "web", ""));
    }

    @Test
    void aKeyIsReadAsItWasWritten() {
        CustomerKey key = CustomerKey.of("acme", "web", "00021");

        assertThat(key).hasToString("acme/96ea36ff-10f1-59db-bb52-9d339fb5354e");
        assertThat(CustomerKey.parse(key.toString())).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "acme",
                "/",
                "acme/",
                "/96ea36ff-10f1-59db-bb52-9d339fb5354e",
                "acme/00021",
                "acme/96EA36FF-10F1-59DB-BB52-9D339FB5354E",
                "acme/96ea36ff-10f1-59db-bb52-9d339fb5354e/",
                "acme/x/96ea36ff-10f1-59db-bb52-9d339fb5354e"
            })
    void whatIsNoKeyIsNotRead(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> CustomerKey.parse(text));
    }
}
