package io.guanxi.eventlog.token;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import io.guanxi.eventlog.token.Nodes.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.GapAwareTrackingToken;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.bson.BsonDocument;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Axon asks of a token store, case by case as in the tests of its own ones. */
@Timeout(60)
class KeepingTokensTest {

    private static final String READER = "reader";

    @TempDir
    Path folder;

    private Nodes nodes;
    private FencedTokenStore tokens;
    private FencedTokenStore others;

    @BeforeEach
    void start() {
        nodes = new Nodes(folder);
        tokens = nodes.node("one").tokens();
        others = nodes.node("two").tokens();
    }

    @AfterEach
    void stop() {
        nodes.close();
    }

    @Test
    void segmentsAreThereAfterTheyWereInitializedAndBelongToNobody() {
        assertThat(tokens.fetchSegments(READER)).isEmpty();
        assertThat(tokens.fetchAvailableSegments(READER)).isEmpty();

        tokens.initializeTokenSegments(READER, 7);

        assertThat(tokens.fetchSegments(READER)).containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(others.fetchAvailableSegments(READER)).hasSize(7);
        assertThat(tokens.fetchSegments("another")).isEmpty();
        assertThat(others.fetchToken(READER, 3)).isNull();
    }

    @Test
    void segmentsBeginWhereTheyAreTold() {
        tokens.initializeTokenSegments(READER, 2, at(10));

        assertThat(tokens.fetchToken(READER, 0)).isEqualTo(at(10));
        assertThat(others.fetchToken(READER, 1)).isEqualTo(at(10));
    }

    @Test
    void segmentsThatAreThereAreNotInitializedAgain() {
        tokens.initializeTokenSegments(READER, 2, at(10));

        assertThatThrownBy(() -> others.initializeTokenSegments(READER, 4))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.initializeSegment(null, READER, 1))
                .isInstanceOf(UnableToInitializeTokenException.class);
        assertThat(tokens.fetchSegments(READER)).containsExactly(0, 1);
        assertThat(tokens.fetchToken(READER, 1)).isEqualTo(at(10));
    }

    @Test
    void ofManyThatInitializeAtOnceOneDoes() throws Exception {
        List<FencedTokenStore> many = IntStream.range(0, 6)
                .mapToObj(n -> nodes.node("n" + n).tokens())
                .toList();
        int initialized = 0;
        try (ExecutorService threads = Executors.newFixedThreadPool(many.size())) {
            List<Future<Boolean>> attempts = new ArrayList<>();
            for (FencedTokenStore store : many) {
                attempts.add(threads.submit(() -> hasInitialized(store)));
            }
            for (Future<Boolean> attempt : attempts) {
                initialized += attempt.get() ? 1 : 0;
            }
        }
        assertThat(initialized).isEqualTo(1);
        assertThat(tokens.fetchSegments(READER)).containsExactly(0, 1, 2, 3);
    }

    private static boolean hasInitialized(FencedTokenStore store) {
        try {
            store.initializeTokenSegments(READER, 4);
            return true;
        } catch (UnableToClaimTokenException late) {
            return false;
        }
    }

    @Test
    void aSegmentMustBeInitializedBeforeItIsClaimed() {
        assertThat(tokens.requiresExplicitSegmentInitialization()).isTrue();
        assertThatThrownBy(() -> tokens.fetchToken(READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.storeToken(at(1), READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.extendClaim(READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> tokens.deleteToken(READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        tokens.releaseClaim(READER, 0);
        assertThat(tokens.fetchSegments(READER)).isEmpty();
    }

    @Test
    void whatOneHasClaimedTheOtherCannot() {
        tokens.initializeTokenSegments(READER, 2);
        tokens.fetchToken(READER, 0);

        assertThatThrownBy(() -> others.fetchToken(READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> others.storeToken(at(1), READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> others.deleteToken(READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
        assertThat(others.fetchAvailableSegments(READER)).containsExactly(Segment.computeSegment(1, 0, 1));
        assertThat(tokens.fetchAvailableSegments(READER)).hasSize(2);

        tokens.releaseClaim(READER, 0);
        assertThat(others.fetchToken(READER, 0)).isNull();
    }

    @Test
    void onlyWhoHasFetchedATokenStoresIt() {
        tokens.initializeTokenSegments(READER, 1);

        assertThatThrownBy(() -> tokens.storeToken(at(1), READER, 0)).isInstanceOf(UnableToClaimTokenException.class);
    }

    static List<TrackingToken> whateverAxonStores() {
        TrackingToken replay = Objects.requireNonNull(ReplayToken.createReplayToken(at(100), at(3), "because"));
        return List.of(
                at(0),
                at(1_000_000_000_000_000L),
                new MergedTrackingToken(at(3), at(1L << 40)),
                new MergedTrackingToken(at(3), new MergedTrackingToken(at(4), at(5))),
                replay,
                GapAwareTrackingToken.newInstance(7, List.of(3L, 5L)));
    }

    @ParameterizedTest
    @MethodSource("whateverAxonStores")
    void aTokenComesBackAsItWasStored(TrackingToken token) {
        tokens.initializeTokenSegments(READER, 1);
        tokens.fetchToken(READER, 0);

        tokens.storeToken(token, READER, 0);
        assertThat(tokens.fetchToken(READER, 0)).isEqualTo(token);
        tokens.storeToken(null, READER, 0);
        assertThat(tokens.fetchToken(READER, 0)).isNull();
        tokens.storeToken(token, READER, 0);
        tokens.releaseClaim(READER, 0);
        assertThat(others.fetchToken(READER, 0)).isEqualTo(token);
    }

    @Test
    void aTokenIsAsSmallAtTheEndOfALongLogAsAtItsBeginning() {
        tokens.initializeTokenSegments(READER, 1);
        tokens.fetchToken(READER, 0);
        MongoCollection<BsonDocument> raw = nodes.tokens().withDocumentClass(BsonDocument.class);
        List<Integer> tokenBytes = new ArrayList<>();
        List<Integer> documentBytes = new ArrayList<>();
        for (long position : new long[] {1, 1_000_000_000_000_000L}) {
            tokens.storeToken(at(position), READER, 0);
            BsonDocument stored =
                    Objects.requireNonNull(raw.find(eq("_id", READER + "/0")).first());
            tokenBytes.add(bytes(new BsonDocument("token", stored.get("token"))));
            documentBytes.add(bytes(stored));
        }
        assertThat(tokenBytes.getFirst()).isLessThan(100).isEqualTo(tokenBytes.getLast());
        assertThat(documentBytes.getFirst()).isEqualTo(documentBytes.getLast());
    }

    private static int bytes(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
    }

    @Test
    void aSegmentThatWasSplitMeanwhileIsNotTakenForTheWhole() {
        tokens.initializeTokenSegments(READER, 1);
        Segment whole = others.fetchAvailableSegments(READER).getFirst();
        tokens.fetchToken(READER, 0);
        tokens.initializeSegment(null, READER, 1);
        tokens.releaseClaim(READER, 0);

        assertThatThrownBy(() -> others.fetchToken(READER, whole)).isInstanceOf(UnableToClaimTokenException.class);
        tokens.fetchToken(READER, whole.split()[0]);
    }

    @Test
    void aSegmentThatWasMergedMeanwhileIsNotTakenForTheHalf() {
        tokens.initializeTokenSegments(READER, 2);
        List<Segment> halves = others.fetchAvailableSegments(READER);
        tokens.fetchToken(READER, 0);
        tokens.fetchToken(READER, 1);
        tokens.deleteToken(READER, 1);
        tokens.releaseClaim(READER, 0);

        for (Segment half : halves) {
            assertThatThrownBy(() -> others.fetchToken(READER, half)).isInstanceOf(UnableToClaimTokenException.class);
        }
        tokens.fetchToken(READER, Segment.ROOT_SEGMENT);
    }

    @Test
    void aMergeThatIsCutShortLeavesNoEventToNobody() {
        tokens.initializeTokenSegments(READER, 2);
        tokens.fetchToken(READER, 0);
        tokens.fetchToken(READER, 1);
        tokens.storeToken(at(100), READER, 0);
        tokens.storeToken(at(50), READER, 1);

        tokens.deleteToken(READER, 1);

        FencedTokenStore restarted = nodes.node("one").tokens();
        assertThat(restarted.fetchToken(READER, Segment.ROOT_SEGMENT))
                .isEqualTo(new MergedTrackingToken(at(100), at(50)));
    }

    @Test
    void aDeletedSegmentIsGone() {
        tokens.initializeTokenSegments(READER, 4);
        tokens.fetchToken(READER, 3);

        tokens.deleteToken(READER, 3);

        assertThat(tokens.fetchSegments(READER)).containsExactly(0, 1, 2);
        assertThatThrownBy(() -> tokens.extendClaim(READER, 3)).isInstanceOf(UnableToClaimTokenException.class);
    }

    @Test
    void theStoreKeepsItsIdentifierAndNoOtherStoreHasIt() {
        String identifier = tokens.retrieveStorageIdentifier().orElseThrow();
        tokens.initializeTokenSegments(READER, 1);
        tokens.fetchToken(READER, 0);

        assertThat(others.retrieveStorageIdentifier()).contains(identifier);
        nodes.tokens().drop();
        assertThat(nodes.node("another").tokens().retrieveStorageIdentifier().orElseThrow())
                .isNotEqualTo(identifier);
    }

    @Test
    void processorsAndSegmentsDoNotMeddleWithEachOther() {
        Node both = nodes.node("both");
        both.tokens().initializeTokenSegments("a", 2, at(1));
        both.tokens().initializeTokenSegments("a/1", 2, at(2));
        both.tokens().fetchToken("a", 1);
        both.tokens().fetchToken("a/1", 1);

        both.tokens().storeToken(at(5), "a", 1);

        assertThat(both.tokens().fetchToken("a/1", 1)).isEqualTo(at(2));
        assertThat(others.fetchToken("a", 0)).isEqualTo(at(1));
        assertThat(nodes.tokens().find().map(Document::entrySet).into(new ArrayList<>()))
                .allSatisfy(entries ->
                        assertThat(entries).extracting(Map.Entry::getValue).doesNotHaveAnyElementsOfTypes(Date.class));
    }

    private static GlobalSequenceTrackingToken at(long position) {
        return new GlobalSequenceTrackingToken(position);
    }
}
