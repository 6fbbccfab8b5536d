package io.guanxi.loyalty.account.stored;

import static org.assertj.core.api.Assertions.assertThat;

import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.LedgerEntry;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.explain.ExplainingAnEntry;
import io.guanxi.test.ApprovedFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same stored stream gives the same state and the same reasons for ever. The eventful account is of the time before
 * there were lots, and is kept in the bytes of then.
 */
class GoldenStreamTest {

    private static final EventCatalogue CATALOGUE = LoyaltyEventNames.catalogue();
    private static final JsonMapper JSON = CATALOGUE
            .mapper()
            .rebuild()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final ApprovedFiles files = new ApprovedFiles();

    @ParameterizedTest
    @ValueSource(strings = {"eventful-account", "long-lived-account", "refused-friend", "declined-transfer"})
    void anAccountEndsInTheSameState(String name) {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : stream(name)) {
            account = LoyaltyAccount.evolve(account, event);
        }

        files.checkJson("streams/%s.state.json".formatted(name), JSON.writeValueAsString(account));
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventful-account", "long-lived-account", "refused-friend", "declined-transfer"})
    void itsEntriesAreExplainedInTheSameWords(String name) {
        var explained = new StringBuilder();
        for (LoyaltyEvent event : stream(name)) {
            if (event instanceof LedgerEntry entry) {
                var sentences = ExplainingAnEntry.explain(entry).sentences();
                explained.append(sentences.get("en")).append('\n');
                explained.append(sentences.get("zh-CN")).append('\n');
            }
        }
        files.checkText("streams/%s.explained.txt".formatted(name), explained.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventful-account", "long-lived-account", "refused-friend", "declined-transfer"})
    void eachEntryStatesTheBalanceThatTheFoldHasAfterIt(String name) {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : stream(name)) {
            account = LoyaltyAccount.evolve(account, event);
            if (event instanceof LedgerEntry entry) {
                assertThat(entry.balance())
                        .as("%s", entry)
                        .isEqualTo(account.purse(entry.purse()).available());
            }
        }
    }

    @Test
    void theStreamsHaveEveryKindOfEvent() {
        var seen = new HashSet<Class<?>>();
        stream("long-lived-account").forEach(event -> seen.add(event.getClass()));
        stream("refused-friend").forEach(event -> seen.add(event.getClass()));
        stream("declined-transfer").forEach(event -> seen.add(event.getClass()));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.classes().values().stream()
                        .filter(LoyaltyEvent.class::isAssignableFrom)
                        .collect(Collectors.toSet()));
    }

    private List<LoyaltyEvent> stream(String name) {
        var events = new ArrayList<LoyaltyEvent>();
        for (JsonNode stored : JSON.readTree(files.read("streams/%s.json".formatted(name)))) {
            events.add((LoyaltyEvent) CATALOGUE.fromJson(
                    stored.get("name").stringValue(), stored.get("body").toString()));
        }
        return events;
    }
}
