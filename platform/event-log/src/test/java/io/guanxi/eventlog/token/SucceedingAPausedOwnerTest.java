package io.guanxi.eventlog.token;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static io.guanxi.eventlog.token.Nodes.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guanxi.eventlog.token.Nodes.Node;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SucceedingAPausedOwnerTest {

    private static final String READER = "reader";
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    @TempDir
    Path folder;

    private Nodes nodes;
    private Node paused;
    private Node next;

    @BeforeEach
    void start() {
        nodes = new Nodes(folder);
        paused = nodes.node("paused", 0);
        next = nodes.node("next", Long.MAX_VALUE - TIMEOUT.toNanos() / 2);
        paused.tokens().initializeTokenSegments(READER, 1);
        nodes.effects().insertOne(new Document("_id", "sum").append("coins", 0));
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    @Test
    void anOwnerThatWakesUpAfterItWasSucceededStoresNeitherTokenNorEffect() {
        paused.tokens().fetchToken(READER, 0);
        Fence before = paused.tokens().fence(READER, 0);
        assertThat(addCoin(before)).isTrue();
        succeed();
        Fence after = next.tokens().fence(READER, 0);
        next.tokens().storeToken(at(7), READER, 0);
        assertThat(addCoin(after)).isTrue();

        assertThat(addCoin(before)).isFalse();
        assertRefused(() -> paused.tokens().storeToken(at(3), READER, 0));
        assertRefused(() -> paused.tokens().storeToken(at(3), READER, 0));
        assertRefused(() -> paused.tokens().extendClaim(READER, 0));
        assertRefused(() -> paused.tokens().deleteToken(READER, 0));
        assertRefused(() -> paused.tokens().fetchToken(READER, 0));
        paused.tokens().releaseClaim(READER, 0);

        assertThat(addCoin(after)).isTrue();
        next.tokens().extendClaim(READER, 0);
        next.tokens().storeToken(at(8), READER, 0);
        assertThat(next.tokens().fetchToken(READER, 0)).isEqualTo(at(8));
        assertThat(coins()).isEqualTo(3);
    }

    @Test
    void eachFirstWordOfAnOwnerThatWakesUpIsRefused() {
        for (var word : List.<Consumer<FencedTokenStore>>of(
                tokens -> tokens.storeToken(at(3), READER, 0),
                tokens -> tokens.extendClaim(READER, 0),
                tokens -> tokens.deleteToken(READER, 0))) {
            paused.tokens().fetchToken(READER, 0);
            succeed();
            assertRefused(() -> word.accept(paused.tokens()));
            next.tokens().extendClaim(READER, 0);
            next.tokens().releaseClaim(READER, 0);
        }
        paused.tokens().fetchToken(READER, 0);
        succeed();
        paused.tokens().releaseClaim(READER, 0);
        next.tokens().extendClaim(READER, 0);
    }

    @Test
    void aFenceLaidOnDocumentsKeepsAnEarlierOwnerOutBeforeTheyAreWrittenTo() {
        paused.tokens().fetchToken(READER, 0);
        Fence before = paused.tokens().fence(READER, 0);
        succeed();
        Fence after = next.tokens().fence(READER, 0);

        nodes.effects().updateMany(after.admits(), after.mark());

        assertThat(addCoin(before)).isFalse();
        assertThat(addCoin(after)).isTrue();
    }

    @Test
    void processorsThatWriteToOneDocumentDoNotFenceEachOther() {
        paused.tokens().fetchToken(READER, 0);
        Fence first = paused.tokens().fence(READER, 0);
        for (String other : List.of("io.guanxi", "io.guanxi.other", "$other")) {
            paused.tokens().initializeTokenSegments(other, 1);
            paused.tokens().fetchToken(other, 0);
            assertThat(addCoin(paused.tokens().fence(other, 0))).isTrue();
        }
        assertThat(addCoin(first)).isTrue();
    }

    @Test
    void nobodySucceedsAnOwnerThatBeatsHoweverFarTheClocksAreApart() {
        paused.tokens().fetchToken(READER, 0);
        for (int i = 0; i < 50; i++) {
            assertThat(next.tokens().fetchAvailableSegments(READER)).isEmpty();
            next.passes(TIMEOUT.multipliedBy(360));
            if (i % 2 == 0) {
                paused.tokens().extendClaim(READER, 0);
            } else {
                paused.tokens().storeToken(at(i), READER, 0);
            }
            assertRefused(() -> next.tokens().fetchToken(READER, 0));
        }
    }

    @Test
    void aSilentOwnerIsSucceededAfterTheWholeTimeOutAndNotBefore() {
        paused.tokens().fetchToken(READER, 0);
        assertThat(next.tokens().fetchAvailableSegments(READER)).isEmpty();
        paused.passes(TIMEOUT.multipliedBy(360));
        next.passes(TIMEOUT.minus(A_MOMENT));
        assertThat(next.tokens().fetchAvailableSegments(READER)).isEmpty();
        next.passes(A_MOMENT);

        assertThat(next.tokens().fetchAvailableSegments(READER)).containsExactly(Segment.ROOT_SEGMENT);
        next.tokens().fetchToken(READER, 0);
        assertThat(paused.tokens().fetchAvailableSegments(READER)).isEmpty();
    }

    @Test
    void anOwnerThatBeatsJustBeforeItWouldBeSucceededStays() {
        paused.tokens().fetchToken(READER, 0);
        assertThat(next.tokens().fetchAvailableSegments(READER)).isEmpty();
        next.passes(TIMEOUT);
        assertThat(next.tokens().fetchAvailableSegments(READER)).isNotEmpty();

        paused.tokens().extendClaim(READER, 0);

        assertRefused(() -> next.tokens().fetchToken(READER, 0));
        paused.tokens().storeToken(at(1), READER, 0);
    }

    @Test
    void ofManyThatWouldSucceedAnOwnerOneDoes() throws Exception {
        paused.tokens().fetchToken(READER, 0);
        List<Node> many =
                IntStream.range(0, 8).mapToObj(n -> nodes.node("node-" + n)).toList();
        many.forEach(node -> node.tokens().fetchAvailableSegments(READER));
        many.forEach(node -> node.passes(TIMEOUT));
        int owners = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(many.size())) {
            List<Future<Boolean>> attempts = many.stream()
                    .map(node -> threads.submit(() -> hasTaken(node)))
                    .toList();
            for (Future<Boolean> attempt : attempts) {
                owners += attempt.get() ? 1 : 0;
            }
        }
        assertThat(owners).isEqualTo(1);
        assertThat(many).filteredOn(node -> mayBeat(node)).hasSize(1);
    }

    @Test
    void aBatchEndsUnderTheClaimItWasBegunWithThoughItsNodeHasGotTheSegmentBack() {
        paused.tokens().fetchToken(READER, 0);
        DefaultUnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(new GenericEventMessage<>("an event"));
        try {
            Fence begun = paused.tokens().fence(READER, 0);
            begun.keepIn(batch);
            paused.tokens().storeToken(at(1), READER, 0);
            succeed();
            next.tokens().storeToken(at(9), READER, 0);
            next.tokens().releaseClaim(READER, 0);
            paused.tokens().fetchToken(READER, 0);

            assertRefused(() -> paused.tokens().storeToken(at(2), READER, 0));
            assertThat(paused.tokens().fence(READER, 0).term()).isGreaterThan(begun.term());
        } finally {
            batch.rollback();
        }
        paused.tokens().storeToken(at(10), READER, 0);
    }

    @Test
    void aReleasedClaimIsFreeAtOnceAndWorthNothingAnyMore() {
        paused.tokens().fetchToken(READER, 0);
        Fence before = paused.tokens().fence(READER, 0);
        paused.tokens().releaseClaim(READER, 0);

        next.tokens().fetchToken(READER, 0);

        assertThat(next.tokens().fence(READER, 0).term()).isGreaterThan(before.term());
        assertRefused(() -> paused.tokens().storeToken(at(1), READER, 0));
        assertThatThrownBy(() -> paused.tokens().fence(READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void aNodeThatComesBackUnderItsNameTakesItsSegmentsAtOnce() {
        paused.tokens().fetchToken(READER, 0);
        paused.tokens().storeToken(at(5), READER, 0);
        Node restarted = nodes.node("paused");

        assertThat(restarted.tokens().fetchAvailableSegments(READER)).hasSize(1);
        assertThat(restarted.tokens().fetchToken(READER, 0)).isEqualTo(at(5));

        assertRefused(() -> paused.tokens().storeToken(at(4), READER, 0));
    }

    @Test
    void termsGrowOnAcrossSplitAndMerge() {
        paused.tokens().fetchToken(READER, 0);
        long whole = paused.tokens().fence(READER, 0).term();
        paused.tokens().initializeSegment(at(1), READER, 1);
        next.tokens().fetchToken(READER, 1);
        long half = next.tokens().fence(READER, 1).term();
        next.tokens().releaseClaim(READER, 1);
        paused.tokens().fetchToken(READER, 1);
        paused.tokens().deleteToken(READER, 1);
        paused.tokens().releaseClaim(READER, 0);
        next.tokens().fetchToken(READER, 0);

        assertThat(half).isGreaterThan(whole);
        assertThat(next.tokens().fence(READER, 0).term()).isGreaterThan(half);
    }

    private void succeed() {
        assertThat(next.tokens().fetchAvailableSegments(READER)).isEmpty();
        next.passes(TIMEOUT);
        next.tokens().fetchToken(READER, 0);
    }

    private static boolean hasTaken(Node node) {
        try {
            node.tokens().fetchToken(READER, 0);
            return true;
        } catch (UnableToClaimTokenException late) {
            return false;
        }
    }

    private static boolean mayBeat(Node node) {
        try {
            node.tokens().extendClaim(READER, 0);
            return true;
        } catch (UnableToClaimTokenException notOwner) {
            return false;
        }
    }

    private boolean addCoin(Fence fence) {
        return nodes.effects()
                        .updateOne(and(eq("_id", "sum"), fence.admits()), combine(inc("coins", 1), fence.mark()))
                        .getModifiedCount()
                == 1;
    }

    private int coins() {
        return Objects.requireNonNull(nodes.effects().find().first()).getInteger("coins");
    }

    private static void assertRefused(ThrowingCallable write) {
        assertThatThrownBy(write).isInstanceOf(UnableToClaimTokenException.class);
    }

    private static GlobalSequenceTrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
