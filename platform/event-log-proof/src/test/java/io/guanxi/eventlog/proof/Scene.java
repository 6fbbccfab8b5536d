package io.guanxi.eventlog.proof;

import io.guanxi.eventlog.proof.engine.Engine;
import io.guanxi.eventlog.proof.fault.FaultyWire;
import io.guanxi.eventlog.proof.process.Puppet;
import io.guanxi.eventlog.proof.process.Server;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A store and four processes on it, of which one has a clock that is an hour ahead and one a wire that can be cut. */
final class Scene implements AutoCloseable {

    private static final long HOUR_AHEAD = 3_600_000;

    private final Server server;
    private final FaultyWire wire;
    private final Puppet ann;
    private final Puppet bob;
    private final Puppet ahead;
    private final Puppet cut;

    Scene(Path folder) {
        server = Server.start(folder);
        wire = new FaultyWire(server.host(), server.port(), 0);
        ann = Puppet.start(folder, server.uri(), 0);
        bob = Puppet.start(folder, server.uri(), 0);
        ahead = Puppet.start(folder, server.uri(), HOUR_AHEAD);
        cut = Puppet.start(folder, wire.uri(), 0);
    }

    /** All of them work on a log of their own for this scenario. */
    void begin(String scenario, Engine engine) {
        String database = "proof-" + scenario + "-" + engine + "-"
                + ProcessHandle.current().pid();
        ann.open(engine, database, "ann");
        bob.open(engine, database, "bob");
        ahead.open(engine, database, "ahead");
        cut.open(engine, database, "cut");
    }

    Puppet ann() {
        return ann;
    }

    Puppet bob() {
        return bob;
    }

    Puppet ahead() {
        return ahead;
    }

    Puppet cut() {
        return cut;
    }

    FaultyWire wire() {
        return wire;
    }

    @Override
    public void close() throws IOException {
        List.of(ann, bob, ahead, cut).forEach(Puppet::close);
        wire.close();
        server.close();
    }
}
