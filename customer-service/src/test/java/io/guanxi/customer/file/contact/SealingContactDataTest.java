package io.guanxi.customer.file.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guanxi.contracts.CustomerKey;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerRejection.CustomerErased;
import io.guanxi.customer.file.domain.SealedValue;
import io.guanxi.kernel.CommandRefused;
import io.guanxi.test.TestPlatform;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealingContactDataTest {

    private static final CustomerKey ANA = CustomerKey.of("sealing", "web", "ana");
    private static final CustomerKey BEN = CustomerKey.of("sealing", "web", "ben");
    private static final Profile PROFILE =
            new Profile(Map.of(ContactField.NAME, "Ana Li", ContactField.EMAIL, "ana@example.com"));

    private static MongoClient client;
    private static MongoDatabase database;

    @BeforeAll
    static void openStore() {
        client = MongoClients.create(TestPlatform.storeUri("customer-sealing"));
        database = client.getDatabase("customer-sealing");
    }

    @AfterAll
    static void closeStore() {
        client.close();
    }

    @Test
    void whatIsSealedIsOpenedByTheSameCustomersKeyAlone() {
        var ring = ring((byte) 1);
        var sealed = ring.sealFor(ANA).seal(PROFILE);

        assertThat(ring.find(ANA).orElseThrow().open(sealed)).isEqualTo(PROFILE);
        assertThat(ring.sealFor(BEN).open(sealed).values()).isEmpty();
    }

    @Test
    void nothingReadableIsInWhatIsStored() {
        var sealed = ring((byte) 1).sealFor(ANA).seal(PROFILE);
        var stored =
                sealed + " " + database.getCollection("customer_keys").find().into(new java.util.ArrayList<>());

        assertThat(stored).doesNotContain("Ana").doesNotContain("ana@example.com");
        assertThat(PROFILE.toString()).doesNotContain("Ana");
    }

    @Test
    void theSameValueHasAnotherCipherAndTheSameFingerprintEachTime() {
        var seal = ring((byte) 1).sealFor(ANA);
        var first = name(seal.seal(PROFILE));
        var second = name(seal.seal(PROFILE));

        assertThat(second.cipher()).isNotEqualTo(first.cipher());
        assertThat(second.fingerprint()).isEqualTo(first.fingerprint());
    }

    @Test
    void theSameValueHasAnotherFingerprintForAnotherCustomerAndAnotherField() {
        var ring = ring((byte) 1);
        var both = new Profile(Map.of(ContactField.NAME, "same", ContactField.LANGUAGE, "same"));
        var anas = ring.sealFor(ANA).seal(both);
        var bens = ring.sealFor(BEN).seal(both);

        assertThat(List.of(
                        anas.get(ContactField.NAME).fingerprint(),
                        anas.get(ContactField.LANGUAGE).fingerprint(),
                        bens.get(ContactField.NAME).fingerprint()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aValueThatWasMovedToAnotherFieldDoesNotOpen() {
        var seal = ring((byte) 1).sealFor(ANA);
        var moved = Map.of(ContactField.PHONE, name(seal.seal(PROFILE)));

        assertThatThrownBy(() -> seal.open(moved)).isInstanceOf(Sealing.DoesNotOpen.class);
    }

    @Test
    void aValueThatWasChangedDoesNotOpen() {
        var seal = ring((byte) 1).sealFor(ANA);
        var value = name(seal.seal(PROFILE));
        var bytes = Base64.getDecoder().decode(value.cipher());
        bytes[bytes.length - 1] ^= 1;
        var changed = new SealedValue(value.keyId(), Base64.getEncoder().encodeToString(bytes), value.fingerprint());

        assertThatThrownBy(() -> seal.open(Map.of(ContactField.NAME, changed))).isInstanceOf(Sealing.DoesNotOpen.class);
    }

    @Test
    void afterItsKeyIsDestroyedNothingOpensAndNothingCanBeSealed() {
        var carla = CustomerKey.of("sealing", "web", "carla");
        var ring = ring((byte) 1);
        var sealed = ring.sealFor(carla).seal(PROFILE);

        ring.destroy(carla, Instant.parse("2026-01-01T00:00:00Z"));

        for (var anyRing : List.of(ring, ring((byte) 1))) {
            assertThat(anyRing.find(carla)).isEmpty();
            assertThat(anyRing.findAll(List.of(carla))).isEmpty();
            assertThat(anyRing.isDestroyed(carla)).isTrue();
            assertThatThrownBy(() -> anyRing.sealFor(carla))
                    .isInstanceOfSatisfying(
                            CommandRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(new CustomerErased()));
        }
        var stored = database.getCollection("customer_keys")
                .find(new Document("_id", carla.toString()))
                .first();
        assertThat(stored).doesNotContainKey("wrapped");
        assertThat(sealed).isNotEmpty();
    }

    @Test
    void aCustomerWithoutAKeyCanBeErasedBeforeAnythingIsKept() {
        var dora = CustomerKey.of("sealing", "web", "dora");
        var ring = ring((byte) 1);

        assertThat(ring.isDestroyed(dora)).isFalse();
        ring.destroy(dora, Instant.parse("2026-01-01T00:00:00Z"));

        assertThatThrownBy(() -> ring.sealFor(dora)).isInstanceOf(CommandRefused.class);
    }

    @Test
    void ofManyWhoAskAtOnceAllGetTheSameKey() throws Exception {
        var emil = CustomerKey.of("sealing", "web", "emil");
        var ring = ring((byte) 1);
        Callable<String> ask = () -> name(ring.sealFor(emil).seal(PROFILE)).fingerprint();
        try (var threads = Executors.newFixedThreadPool(8)) {
            var answers = threads.invokeAll(
                    IntStream.range(0, 32).mapToObj(number -> ask).toList());
            var fingerprints = new java.util.HashSet<String>();
            for (var answer : answers) {
                fingerprints.add(answer.get());
            }
            assertThat(fingerprints).hasSize(1);
        }
    }

    @Test
    void anotherMasterKeyIsToldApartAndOpensNothing() {
        ring((byte) 1).sealFor(ANA);

        assertThatThrownBy(() -> ring((byte) 2).find(ANA))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("wrapped under master key")
                .hasMessageContaining(master((byte) 2).fingerprint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not base64!", "c2hvcnQ=", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    void whatIsNoMasterKeyIsRefusedWithoutRepeatingIt(String configured) {
        assertThatThrownBy(() -> MasterKey.parse(configured))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected: 32 random bytes in Base64")
                .satisfies(
                        e -> assertThat(configured.isEmpty() || !e.getMessage().contains(configured))
                                .isTrue());
    }

    @Test
    void aSearchTermDependsOnItsScopeAndIsTheSameEachTime() {
        var key = new SearchKey(master((byte) 1));

        assertThat(key.term("acme/email", "a@b.example"))
                .isEqualTo(new SearchKey(master((byte) 1)).term("acme/email", "a@b.example"))
                .isNotEqualTo(key.term("other/email", "a@b.example"))
                .doesNotContain("example");
    }

    private static MongoKeyRing ring(byte seed) {
        return new MongoKeyRing(database, master(seed));
    }

    private static MasterKey master(byte seed) {
        var bytes = new byte[32];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) (seed * 31 + index);
        }
        return MasterKey.parse(Base64.getEncoder().encodeToString(bytes));
    }

    private static SealedValue name(Map<ContactField, SealedValue> sealed) {
        return sealed.get(ContactField.NAME);
    }
}
