package io.guanxi.embedded.store;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVStore;

/** The databases of a store. Every command passes here, and none is answered before what it tells of is committed. */
final class StoreBackend extends AbstractMongoBackend {

    /** Commands that change nothing. What is not listed is taken for a change. */
    private static final Set<String> READS = Set.of(
            "find",
            "getmore",
            "killcursors",
            "count",
            "distinct",
            "ping",
            "hello",
            "ismaster",
            "buildinfo",
            "whatsmyuri",
            "serverstatus",
            "listdatabases",
            "listcollections",
            "listindexes",
            "collstats",
            "dbstats",
            "validate",
            "endsessions",
            "connectionstatus",
            "hostinfo",
            "getlog");

    private final StoreContext context;

    StoreBackend(MVStore store) {
        this.context = new StoreContext(store, new GroupCommit(store), new Cursors(getCursorRegistry()));
        store.getMapNames().stream()
                .filter(name -> name.startsWith(StoreContext.DOCUMENTS))
                .map(name -> Utils.firstFragment(name.substring(StoreContext.DOCUMENTS.length())))
                .distinct()
                .toList()
                .forEach(this::resolveDatabase);
    }

    StoreContext context() {
        return context;
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String name) {
        return new StoreDatabase(name, context);
    }

    @Override
    public Document handleCommand(Channel channel, String database, String command, Document query) {
        return isRead(command.toLowerCase(Locale.ROOT), query)
                ? context.commits().read(() -> answer(channel, database, command, query))
                : context.commits().change(() -> answer(channel, database, command, query));
    }

    private static boolean isRead(String command, Document query) {
        return READS.contains(command) || command.equals("aggregate") && !writes(query);
    }

    private static boolean writes(Document aggregate) {
        return aggregate.get("pipeline") instanceof List<?> stages
                && stages.stream()
                        .anyMatch(stage -> stage instanceof Map<?, ?> document
                                && (document.containsKey("$out") || document.containsKey("$merge")));
    }

    private Document answer(Channel channel, String database, String command, Document query) {
        return switch (command.toLowerCase(Locale.ROOT)) {
            case "hello" -> hello(channel, database, query).append("isWritablePrimary", true);
            case "ismaster" -> hello(channel, database, query).append("helloOk", true);
            case "listdatabases" -> databases();
            default -> super.handleCommand(channel, database, command, query);
        };
    }

    private Document hello(Channel channel, String database, Document query) {
        return super.handleCommand(channel, database, "ismaster", query);
    }

    private Document databases() {
        List<Document> databases = listDatabaseNames().stream()
                .sorted()
                .map(name -> new Document("name", name)
                        .append("empty", resolveDatabase(name).isEmpty())
                        .append("sizeOnDisk", 0L))
                .toList();
        Document answer = new Document("databases", databases);
        Utils.markOkay(answer);
        return answer;
    }
}
