package io.guanxi.loyalty.account.stored;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import io.guanxi.eventlog.EventCatalogue;
import io.guanxi.loyalty.LoyaltyEventNames;
import io.guanxi.loyalty.account.domain.LoyaltyAccount;
import io.guanxi.loyalty.account.domain.LoyaltyEvent;
import io.guanxi.loyalty.account.domain.LoyaltyEvent.LedgerEntry;
import io.guanxi.loyalty.account.explain.ExplainingAnEntry;
import io.guanxi.test.ApprovedFiles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The same stored stream gives the same state and the same reasons for ever. */
class GoldenStreamTest {

    private static final EventCatalogue CATALOGUE = LoyaltyEventNames.catalogue();
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultVisibility(visibility -> visibility
                    .withVisibility(PropertyAccessor.FIELD, Visibility.ANY)
                    .withVisibility(PropertyAccessor.IS_GETTER, Visibility.NONE))
            .build();

    private final ApprovedFiles files = new ApprovedFiles();

    @Test
    void anEventfulAccountEndsInTheSameState() {
        LoyaltyAccount account = LoyaltyAccount.unopened();
        for (LoyaltyEvent event : stream()) {
            account = LoyaltyAccount.evolve(account, event);
        }

        var state = JSON.createObjectNode();
        state.put("id", account.id());
        state.put("balance", account.balance());
        state.put("earned", account.earned());
        state.put("reversed", account.reversed());
        state.set("orders", JSON.valueToTree(new TreeMap<>(account.orders())));
        files.checkJson("streams/eventful-account.state.json", state.toString());
    }

    @Test
    void itsEntriesAreExplainedInTheSameWords() {
        var explained = new StringBuilder();
        for (LoyaltyEvent event : stream()) {
            if (event instanceof LedgerEntry entry) {
                var sentences = ExplainingAnEntry.explain(entry).sentences();
                explained.append(sentences.get("en")).append('\n');
                explained.append(sentences.get("zh-CN")).append('\n');
            }
        }
        files.checkText("streams/eventful-account.explained.txt", explained.toString());
    }

    @Test
    void theStreamHasEveryKindOfEvent() {
        var seen = new HashSet<Class<?>>();
        stream().forEach(event -> seen.add(event.getClass()));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(CATALOGUE.classes().values().stream()
                        .filter(LoyaltyEvent.class::isAssignableFrom)
                        .toList());
    }

    private List<LoyaltyEvent> stream() {
        var events = new ArrayList<LoyaltyEvent>();
        for (JsonNode stored : JSON.readTree(files.read("streams/eventful-account.json"))) {
            events.add((LoyaltyEvent) CATALOGUE.fromJson(
                    stored.get("name").stringValue(), stored.get("body").toString()));
        }
        return events;
    }
}
