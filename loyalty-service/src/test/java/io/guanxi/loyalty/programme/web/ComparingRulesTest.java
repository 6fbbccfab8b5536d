package io.guanxi.loyalty.programme.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.loyalty.programme.domain.SomeRules;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class ComparingRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    @Test
    void aChangedValueIsToldWithItsPointerBeforeAndAfter() {
        JsonNode old = rules();
        ObjectNode now = rules();
        ((ObjectNode) now.at("/earning/0/rates")).put("JPY", "0.06").put("EUR", "8");
        ((ObjectNode) now.at("/purses/0/caps")).remove("perDay");

        assertThat(Difference.between(old, now))
                .extracting(Object::toString)
                .containsExactly(
                        "Change[pointer=/purses/0/caps/perDay, old=2000, now=null]",
                        "Change[pointer=/earning/0/rates/JPY, old=\"0.05\", now=\"0.06\"]",
                        "Change[pointer=/earning/0/rates/EUR, old=null, now=\"8\"]");
    }

    @Test
    void aTermInFrontOfTheOthersIsOneChange() {
        ObjectNode now = rules();
        ((ArrayNode) now.get("earning")).insert(0, JSON.createObjectNode().put("name", "double"));

        assertThat(Difference.between(rules(), now)).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("/earning/0");
            assertThat(change.old()).isNull();
        });
    }

    @Test
    void aTermThatIsGonePointsIntoTheOldRules() {
        ObjectNode now = rules();
        ((ArrayNode) now.get("earning")).remove(0);

        assertThat(Difference.between(rules(), now)).singleElement().satisfies(change -> {
            assertThat(change.pointer()).isEqualTo("/earning/0");
            assertThat(change.now()).isNull();
        });
    }

    @Test
    void anotherOrderIsAChange() {
        ObjectNode now = rules();
        ArrayNode purses = (ArrayNode) now.get("purses");
        purses.add(purses.remove(0));

        assertThat(Difference.between(rules(), now))
                .extracting(Difference.Change::pointer)
                .containsExactly("/purses");
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyPointerLeadsToWhatItSaysAndEqualRulesHaveNoDifference(long seed) {
        Random random = new Random(seed);
        ObjectNode old = rules();
        ObjectNode now = rules();
        int mutations = random.nextInt(4);
        for (int i = 0; i < mutations; i++) {
            mutate(now, random);
        }
        List<Difference.Change> changes = Difference.between(old, now);

        assertThat(changes.isEmpty()).as("seed %d", seed).isEqualTo(old.equals(now));
        for (Difference.Change change : changes) {
            JsonNode shown = change.now() != null ? now.at(change.pointer()) : old.at(change.pointer());
            assertThat(shown)
                    .as("seed %d, %s", seed, change)
                    .isEqualTo(change.now() != null ? change.now() : change.old());
        }
        assertThat(Difference.between(now, old)).hasSameSizeAs(changes);
    }

    /** Walks down at random and changes, removes or doubles what it finds. */
    private static void mutate(JsonNode node, Random random) {
        if (node.isObject() && !node.isEmpty()) {
            List<String> names = List.copyOf(node.propertyNames());
            String name = names.get(random.nextInt(names.size()));
            JsonNode member = node.get(name);
            if (member.isContainer() && !member.isEmpty() && random.nextInt(4) != 0) {
                mutate(member, random);
            } else if (random.nextBoolean()) {
                ((ObjectNode) node).remove(name);
            } else {
                ((ObjectNode) node).put(name, "changed-" + random.nextInt(3));
            }
        } else if (node.isArray() && !node.isEmpty()) {
            int place = random.nextInt(node.size());
            if (random.nextInt(3) == 0) {
                ((ArrayNode) node).remove(place);
            } else {
                mutate(node.get(place), random);
            }
        }
    }

    private static ObjectNode rules() {
        return JSON.valueToTree(RulesDocument.of(SomeRules.withEverything()));
    }
}
