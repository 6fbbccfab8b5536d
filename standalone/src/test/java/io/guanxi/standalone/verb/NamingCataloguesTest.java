package io.guanxi.standalone.verb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventlog.EventCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An operator of a cluster names a service's catalogue to the audit as the how-to says. */
class NamingCataloguesTest {

    private static final Path HOW_TO = Path.of("..", "docs", "how-to", "back-up-and-restore.md");
    private static final Pattern ROW = Pattern.compile("\\| (\\w+) \\| `([\\w.]+)#(\\w+)` \\|");

    @Test
    void theHowToNamesTheCatalogueOfEveryServiceThatHasALog() throws Exception {
        var named = new TreeMap<String, EventCatalogue>();
        for (var row = ROW.matcher(howTo()); row.find(); ) {
            var method = Class.forName(row.group(2)).getMethod(row.group(3));
            named.put(row.group(1), (EventCatalogue) method.invoke(null));
        }

        assertThat(named).containsOnlyKeys("analytics", "customer", "loyalty", "ticket");
        named.forEach((service, catalogue) ->
                assertThat(catalogue.classes()).as(service).isNotEmpty());
    }

    @ParameterizedTest
    @EnumSource
    void everyLogIsFoundByTheNameOfItsService(ServiceLog log) {
        assertThat(ServiceLog.of(log.service())).isEqualTo(log);
        assertThat(log.database()).isEqualTo("guanxi_" + log.service());
        assertThat(log.bodies().judge("nobody.knows-this", "1", "{}").name()).isEqualTo("UNKNOWN_NAME");
    }

    @Test
    void aServiceWithoutALogIsRefused() {
        assertThatThrownBy(() -> ServiceLog.of("gateway")).hasMessageContaining("gateway");
    }

    private static String howTo() throws IOException {
        return Files.readString(HOW_TO);
    }
}
