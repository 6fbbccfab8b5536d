package io.guanxi.eventlog.proof.process;

import com.mongodb.client.MongoClient;
import io.guanxi.eventlog.proof.engine.Claim;
import io.guanxi.eventlog.proof.engine.Effects;
import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.engine.OpenLog;
import io.guanxi.eventlog.proof.engine.SeenEvent;
import io.guanxi.eventlog.proof.engine.Segments;
import io.guanxi.eventlog.proof.journal.Journal;
import io.guanxi.eventlog.proof.journal.Operation.Claimed;
import io.guanxi.eventlog.proof.journal.Operation.Effected;
import io.guanxi.eventlog.proof.journal.Operation.Stored;
import io.guanxi.eventlog.proof.journal.Operation.TurnedAway;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;

/** Claims segments as Axon's event processors do, has an effect for each event, stores tokens, and lets go now and then. */
public final class FollowerProcess {

    static final Duration CLAIM_TIMEOUT = Duration.ofMillis(1500);
    private static final String PROCESSOR = "proof";
    private static final int BATCH = 10;
    private static final int BATCHES_UNTIL_IT_LETS_GO = 25;
    private static final int UNTIL_IT_ASKS_AGAIN_MILLIS = 600;

    private final Post post;
    private final OpenLog log;
    private final TokenStore tokens;
    private final Effects effects;
    private final Journal journal;
    private final int segment;
    private final RandomGenerator random;
    private int claims;

    private FollowerProcess(Post post, OpenLog log, TokenStore tokens, Effects effects, Journal journal, int segment) {
        this.post = post;
        this.log = log;
        this.tokens = tokens;
        this.effects = effects;
        this.journal = journal;
        this.segment = segment;
        this.random = new SplittableRandom(post.seed() + segment);
    }

    /** Before any of them starts. */
    public static void prepare(Engine engine, MongoClient client, String database) {
        engine.tokens(client, database, "first", CLAIM_TIMEOUT).initializeTokenSegments(PROCESSOR, Segments.COUNT);
        new Effects(client.getDatabase(database)).prepare();
    }

    public static void main(String[] arguments) throws IOException {
        Post post = Post.of(arguments);
        Journal journal = post.openJournal();
        MongoClient client = post.connect();
        OpenLog log = post.open(client);
        TokenStore tokens =
                Post.insist(() -> post.engine().tokens(client, post.database(), post.name(), CLAIM_TIMEOUT));
        Effects effects = new Effects(client.getDatabase(post.database()));
        for (int segment = 0; segment < Segments.COUNT; segment++) {
            FollowerProcess follower = new FollowerProcess(post, log, tokens, effects, journal, segment);
            Thread.ofPlatform().daemon().start(follower::follow);
        }
        Post.untilUnwanted();
        Runtime.getRuntime().halt(0);
    }

    private void follow() {
        while (true) {
            try {
                claimAndWork();
            } catch (RuntimeException awayOrClaimed) {
                Post.pause(100 + random.nextInt(100));
            }
        }
    }

    private void claimAndWork() {
        long since = System.nanoTime();
        TrackingToken token = tokens.fetchToken(PROCESSOR, segment);
        Claim claim = claim();
        effects.begin(claim);
        journal.write(new Claimed(since, System.nanoTime(), claim.name(), segment, Engine.number(token)));
        try {
            work(claim, token);
        } catch (UnableToClaimTokenException over) {
            journal.write(new TurnedAway(claim.name(), segment, over.getMessage()));
        }
    }

    private Claim claim() {
        return Claim.of(tokens, post.name() + "#" + segment + "#" + claims++, PROCESSOR, segment);
    }

    private void work(Claim claim, @Nullable TrackingToken begin) {
        TrackingToken token = begin;
        while (true) {
            List<? extends TrackedEventMessage<?>> batch =
                    log.storage().readEvents(token, false).limit(BATCH).toList();
            batch.stream()
                    .map(SeenEvent::of)
                    .filter(event -> Segments.of(event.stream()) == segment)
                    .forEach(event -> effect(event, claim));
            if (batch.isEmpty()) {
                tokens.extendClaim(PROCESSOR, segment);
                Post.pause(100);
            } else {
                token = batch.getLast().trackingToken();
                store(token, claim);
            }
            if (random.nextInt(BATCHES_UNTIL_IT_LETS_GO) == 0) {
                tokens.releaseClaim(PROCESSOR, segment);
                Post.pause(UNTIL_IT_ASKS_AGAIN_MILLIS);
                return;
            }
        }
    }

    private void effect(SeenEvent event, Claim claim) {
        long since = System.nanoTime();
        if (effects.add(event, claim)) {
            journal.write(new Effected(since, System.nanoTime(), claim.name(), segment, event.id()));
        }
    }

    private void store(TrackingToken token, Claim claim) {
        long since = System.nanoTime();
        tokens.storeToken(token, PROCESSOR, segment);
        journal.write(new Stored(since, System.nanoTime(), claim.name(), segment, Engine.number(token)));
    }
}
