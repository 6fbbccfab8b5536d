package io.guanxi.eventlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventlog.axon.CatalogueSerializer;
import io.guanxi.eventlog.sample.JarEvent;
import io.guanxi.eventlog.sample.JarEvent.CoinsAdded;
import io.guanxi.eventlog.sample.JarEvent.Gift;
import io.guanxi.eventlog.sample.JarEvent.JarPlaced;
import io.guanxi.kernel.Money;
import java.time.Instant;
import java.util.List;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private final EventCatalogue catalogue = EventCatalogue.builder()
            .event("jar.placed", JarPlaced.class)
            .event("jar.coins-added", "2", CoinsAdded.class)
            .variant("anonymous", Gift.Anonymous.class)
            .variant("from", Gift.From.class)
            .build();

    @Test
    void aBodyIsPlainJson() {
        JarPlaced placed = new JarPlaced("kitchen", Instant.parse("2020-02-29T12:00:00.123456Z"), null);

        assertThat(catalogue.toJson(placed))
                .isEqualTo("{\"label\":\"kitchen\",\"placedAt\":\"2020-02-29T12:00:00.123456Z\"}");
        assertThat(catalogue.fromJson("jar.placed", catalogue.toJson(placed))).isEqualTo(placed);
    }

    @Test
    void amountsAreTextsAndVariantsBearTheirWrittenNames() {
        CoinsAdded added =
                new CoinsAdded(List.of(Money.of("0.00000001", "EUR"), Money.of("100", "JPY")), new Gift.From("Li"));

        assertThat(catalogue.toJson(added))
                .isEqualTo("{\"coins\":[{\"amount\":\"0.00000001\",\"currency\":\"EUR\"},"
                        + "{\"amount\":\"100\",\"currency\":\"JPY\"}],\"gift\":{\"type\":\"from\",\"giver\":\"Li\"}}");
        assertThat(catalogue.fromJson("jar.coins-added", catalogue.toJson(added)))
                .isEqualTo(added);
    }

    @Test
    void fieldsThatAreNotKnownAreIgnored() {
        assertThat(catalogue.fromJson(
                        "jar.coins-added", "{\"coins\":[],\"gift\":{\"type\":\"anonymous\",\"since\":1},\"more\":{}}"))
                .isEqualTo(new CoinsAdded(List.of(), new Gift.Anonymous()));
    }

    @Test
    void aNameThatIsNotKnownIsNeverPassedOver() {
        CatalogueSerializer serializer = new CatalogueSerializer(catalogue);
        var stored = new SimpleSerializedObject<>("{}", String.class, "jar.stolen", "1");

        assertThatThrownBy(() -> serializer.deserialize(stored))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("jar.stolen")
                .hasMessageContaining("jar.placed");
    }

    @Test
    void aClassThatIsNotWrittenCannotBeRecorded() {
        assertThatThrownBy(() -> catalogue.nameOf(JarEvent.JarSealed.class))
                .isInstanceOf(UnknownEvent.class)
                .hasMessageContaining("JarSealed");
    }

    @Test
    void aVariantWithoutANameIsRefusedAtStart() {
        var builder = EventCatalogue.builder()
                .event("jar.coins-added", CoinsAdded.class)
                .variant("from", Gift.From.class);

        assertThatThrownBy(builder::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Anonymous");
    }

    @Test
    void aNameOrAClassThatComesTwiceIsRefused() {
        assertThatThrownBy(() -> EventCatalogue.builder()
                        .event("jar.placed", JarPlaced.class)
                        .event("jar.placed", CoinsAdded.class))
                .hasMessageContaining("jar.placed");
        assertThatThrownBy(() -> EventCatalogue.builder()
                        .event("jar.placed", JarPlaced.class)
                        .event("jar.put", JarPlaced.class))
                .hasMessageContaining("jar.put");
    }
}
