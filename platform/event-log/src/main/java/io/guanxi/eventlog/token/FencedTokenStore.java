package io.guanxi.eventlog.token;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guanxi.eventlog.EventLogProperties;
import io.guanxi.eventlog.token.Claims.Key;
import io.guanxi.eventlog.token.Claims.Known;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.axonframework.eventhandling.MergedTrackingToken;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToInitializeTokenException;
import org.axonframework.eventhandling.tokenstore.UnableToRetrieveIdentifierException;
import org.axonframework.serialization.Serializer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the tokens of Axon's processors, in the collection {@code tokens}. A claim has a term, every write of its owner names
 * it, and no clock but the claimant's own monotonic one decides when a silent owner is succeeded. So a paused owner that
 * wakes up can store no token; a {@link Fence} is the same for what its handlers write. When an owner shows that it is alive
 * is for the processor: whenever it stores a token, and after its claim extension threshold (5 s unless set).
 *
 * <p>Stricter than Axon asks in one thing: a token is stored by who has fetched it, and never claimed by storing it. One who
 * lost a claim and asks again would otherwise store what it has handled meanwhile, beside the next owner.
 *
 * <p>A position in the log is kept as one number, so a token is as small at the millionth event as at the first.
 */
public final class FencedTokenStore implements TokenStore {

    private static final String COLLECTION = "tokens";

    private final Claims claims;
    private final TokenForm form;

    private FencedTokenStore(Claims claims, TokenForm form) {
        this.claims = claims;
        this.form = form;
    }

    /** @param serializer for tokens that are more than a position: of replays and merges */
    public static FencedTokenStore open(MongoDatabase database, EventLogProperties properties, Serializer serializer) {
        String node = properties.node() != null
                ? properties.node()
                : ManagementFactory.getRuntimeMXBean().getName() + "-" + UUID.randomUUID();
        MongoCollection<Document> tokens = database.getCollection(COLLECTION)
                .withReadConcern(properties.durability().readConcern())
                .withWriteConcern(properties.durability().writeConcern());
        return over(tokens, node, properties.tokenClaimTimeout(), serializer, System::nanoTime);
    }

    /**
     * @param node who claims; one that comes back under the same name takes its segments back at once, so no two may live
     *     under one name at the same time: they would take the segments from each other
     * @param timeout how long a claim must have been seen unchanged before it is taken over
     * @param nanoTime a monotonic clock; compared with itself only
     */
    public static FencedTokenStore over(
            MongoCollection<Document> tokens,
            String node,
            Duration timeout,
            Serializer serializer,
            LongSupplier nanoTime) {
        return new FencedTokenStore(new Claims(tokens, node, timeout, nanoTime), new TokenForm(serializer));
    }

    @Override
    public void initializeTokenSegments(String processor, int segments) {
        initializeTokenSegments(processor, segments, null);
    }

    @Override
    public void initializeTokenSegments(String processor, int segments, @Nullable TrackingToken initial) {
        if (fetchSegments(processor).length > 0 || !claims.add(processor, 0, segments, form.stored(initial))) {
            throw new UnableToClaimTokenException(processor + " has segments already (expected: none)");
        }
    }

    @Override
    public void initializeSegment(@Nullable TrackingToken token, String processor, int segment) {
        if (!claims.add(processor, segment, 1, form.stored(token))) {
            throw new UnableToInitializeTokenException("segment " + segment + " of " + processor + " exists already");
        }
    }

    @Override
    public boolean requiresExplicitSegmentInitialization() {
        return true;
    }

    @Override
    public @Nullable TrackingToken fetchToken(String processor, int segment) {
        return form.token(claims.take(new Key(processor, segment)));
    }

    /** Looks after claiming whether the segment still is what the caller takes it for; from then on nobody else changes it. */
    @Override
    public @Nullable TrackingToken fetchToken(String processor, Segment segment) {
        Key key = new Key(processor, segment.getSegmentId());
        boolean heldBefore = claims.isHeld(key);
        Object token = claims.take(key);
        Segment now = Segment.computeSegment(segment.getSegmentId(), fetchSegments(processor));
        if (!now.equals(segment)) {
            if (!heldBefore) {
                claims.release(key);
            }
            throw new UnableToClaimTokenException(key.id() + " is " + now + " (expected: " + segment + ")");
        }
        return form.token(token);
    }

    /** @throws UnableToClaimTokenException if the claim is over, or under the one with which the current batch was begun */
    @Override
    public void storeToken(@Nullable TrackingToken token, String processor, int segment) {
        Key key = new Key(processor, segment);
        claims.store(key, termNow(key), form.stored(token));
    }

    private long termNow(Key key) {
        Fence fence = Fence.current();
        return fence != null && fence.equals(fence(key, fence.term())) ? fence.term() : claims.term(key);
    }

    private Fence fence(Key key, long term) {
        return new Fence(claims.node(), key.processor(), key.segment(), term);
    }

    @Override
    public void extendClaim(String processor, int segment) {
        Key key = new Key(processor, segment);
        claims.beat(key, claims.term(key));
    }

    @Override
    public void releaseClaim(String processor, int segment) {
        claims.release(new Key(processor, segment));
    }

    /**
     * The claim that this node has on a segment, for its effects.
     *
     * @throws UnableToClaimTokenException if it knows of none
     */
    public Fence fence(String processor, int segment) {
        Key key = new Key(processor, segment);
        return fence(key, claims.term(key));
    }

    /**
     * Where this node also owns the segment that this one is being merged into, that one gets the token of both first: Axon
     * stores it only after deleting, and a kill in between would leave the events of this segment to nobody.
     */
    @Override
    public void deleteToken(String processor, int segment) {
        Key gone = new Key(processor, segment);
        long term = claims.term(gone);
        int[] segments = fetchSegments(processor);
        Segment going = Segment.computeSegment(segment, segments);
        Segment staying = Segment.computeSegment(going.mergeableSegmentId(), segments);
        Key kept = new Key(processor, staying.getSegmentId());
        if (going.isMergeableWith(staying) && claims.isHeld(kept)) {
            TrackingToken lower = form.token(claims.take(segment < kept.segment() ? gone : kept));
            TrackingToken upper = form.token(claims.take(segment < kept.segment() ? kept : gone));
            claims.store(kept, claims.term(kept), form.stored(MergedTrackingToken.merged(lower, upper)));
        }
        claims.delete(gone, term);
    }

    @Override
    public int[] fetchSegments(String processor) {
        return claims.segments(processor).stream().mapToInt(Known::segment).toArray();
    }

    @Override
    public List<Segment> fetchAvailableSegments(String processor) {
        List<Known> known = claims.segments(processor);
        int[] all = known.stream().mapToInt(Known::segment).toArray();
        return known.stream()
                .filter(Known::free)
                .map(one -> Segment.computeSegment(one.segment(), all))
                .toList();
    }

    @Override
    public Optional<String> retrieveStorageIdentifier() {
        try {
            return Optional.of(claims.identifier());
        } catch (RuntimeException e) {
            throw new UnableToRetrieveIdentifierException("the tokens' store does not tell its identifier", e);
        }
    }
}
