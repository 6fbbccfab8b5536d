package io.guanxi.eventlog.proof.process;

import com.mongodb.client.MongoClient;
import io.guanxi.eventlog.proof.engine.Attempt;
import io.guanxi.eventlog.proof.engine.Claim;
import io.guanxi.eventlog.proof.engine.Effects;
import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.engine.OpenLog;
import io.guanxi.eventlog.proof.engine.SeenEvent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** Does one thing at a time, as it is told, and answers each with a line. {@link Puppet} is its other end. */
final class PuppetProcess {

    private static final String PROCESSOR = "proof";
    private static final Duration CLAIM_TIMEOUT = Duration.ofSeconds(1);

    private final String uri;
    private final Holds holds = new Holds();
    private final MongoClient client;
    private final Map<String, CompletableFuture<String>> appends = new HashMap<>();
    private Engine engine = Engine.CHAINED;
    private @Nullable OpenLog log;
    private @Nullable TokenStore tokens;
    private @Nullable Effects effects;
    private @Nullable Claim claim;
    private @Nullable TrackingToken read;

    private PuppetProcess(String uri) {
        this.uri = uri;
        this.client = Post.connect(this.uri, holds);
    }

    public static void main(String[] arguments) throws IOException {
        PuppetProcess puppet = new PuppetProcess(arguments[0]);
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println(puppet.obey(order.split(" ")));
        }
        Runtime.getRuntime().halt(0);
    }

    private String obey(String[] order) {
        try {
            return switch (order[0]) {
                case "open" -> open(Engine.valueOf(order[1]), order[2], order[3]);
                case "append" -> append(attempt(order));
                case "begin" -> begin(attempt(order));
                case "outcome" -> appends.get(order[1]).join();
                case "last" ->
                    log.storage().lastSequenceNumberFor(order[1]).orElse(-1L).toString();
                case "hold" -> hold(Integer.parseInt(order[1]));
                case "held" -> held();
                case "release" -> release();
                case "most" -> most();
                case "die" -> die(Integer.parseInt(order[1]));
                case "read" -> readOn();
                case "again" -> again();
                default -> obeyAboutTokens(order);
            };
        } catch (UnableToClaimTokenException refused) {
            return "refused";
        } catch (RuntimeException | InterruptedException failed) {
            return "failed " + failed;
        }
    }

    private String obeyAboutTokens(String[] order) {
        return switch (order[0]) {
            case "initialize" -> {
                tokens.initializeTokenSegments(PROCESSOR, 1);
                effects.prepare();
                yield "ok";
            }
            case "claim" -> claim();
            case "effect" ->
                effects.add(new SeenEvent(order[1], "any", 0, Long.parseLong(order[1])), claim) ? "ok" : "had";
            case "store" -> {
                tokens.storeToken(engine.token(Long.parseLong(order[1])), PROCESSOR, 0);
                yield "ok";
            }
            case "extend" -> {
                tokens.extendClaim(PROCESSOR, 0);
                yield "ok";
            }
            case "let-go" -> {
                tokens.releaseClaim(PROCESSOR, 0);
                yield "ok";
            }
            default -> throw new IllegalArgumentException("order: " + order[0]);
        };
    }

    private String open(Engine engine, String database, String node) {
        if (log != null) {
            log.close();
        }
        this.engine = engine;
        log = engine.open(client, database);
        tokens = engine.tokens(client, database, node, CLAIM_TIMEOUT);
        effects = new Effects(client.getDatabase(database));
        read = null;
        return "ok";
    }

    private String claim() {
        TrackingToken token = tokens.fetchToken(PROCESSOR, 0);
        claim = Claim.of(tokens, "puppet", PROCESSOR, 0);
        effects.begin(claim);
        return Long.toString(Engine.number(token));
    }

    private static Attempt attempt(String[] order) {
        return new Attempt(order[1], order[2], Long.parseLong(order[3]), Integer.parseInt(order[4]));
    }

    private String append(Attempt attempt) {
        try {
            log.append(attempt);
            return "ok";
        } catch (ConcurrencyException | AggregateStreamCreationException conflict) {
            return "refused";
        } catch (RuntimeException unclear) {
            return "unknown " + unclear.getClass().getSimpleName();
        }
    }

    /** The events are stamped at once, as by an aggregate; another thread stores them. */
    private String begin(Attempt attempt) {
        appends.put(attempt.commit(), CompletableFuture.supplyAsync(() -> append(attempt)));
        return "ok";
    }

    private String hold(int inserts) {
        holds.holdAfter(inserts);
        return "ok";
    }

    private String held() throws InterruptedException {
        holds.awaitHeld();
        return "ok";
    }

    private String release() {
        holds.release();
        return "ok";
    }

    private String most() {
        return client.getDatabase("admin")
                .runCommand(new Document("hello", 1))
                .get("maxWriteBatchSize", Number.class)
                .toString();
    }

    private String die(int inserts) {
        holds.dieAfter(inserts);
        return "ok";
    }

    /** What comes after what it has read, as a follower reads. */
    private String readOn() {
        List<? extends TrackedEventMessage<?>> messages =
                log.storage().readEvents(read, false).toList();
        if (!messages.isEmpty()) {
            read = messages.getLast().trackingToken();
        }
        return ids(messages);
    }

    /** All from the beginning, as a new follower reads. */
    private String again() {
        return ids(log.storage().readEvents(null, false).toList());
    }

    private static String ids(List<? extends TrackedEventMessage<?>> messages) {
        return messages.stream().map(SeenEvent::of).map(SeenEvent::id).collect(Collectors.joining(" "));
    }
}
