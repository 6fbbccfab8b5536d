package io.guanxi.eventlog.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/** Lets one of several threads go on at a time, in an order that a seed decides. */
final class Turns {

    private final List<Player> players = new ArrayList<>();
    private final Semaphore played = new Semaphore(0);
    private final ThreadLocal<Player> self = new ThreadLocal<>();
    private Throwable failure;

    private static final class Player {
        private final Semaphore turn = new Semaphore(0);
        private boolean done;
    }

    void play(Runnable part) {
        Player player = new Player();
        players.add(player);
        Thread.ofVirtual().start(() -> {
            self.set(player);
            player.turn.acquireUninterruptibly();
            try {
                part.run();
            } catch (Throwable e) {
                failure = e;
            } finally {
                player.done = true;
                played.release();
            }
        });
    }

    /** The calling thread waits until it is its turn again. */
    void pass() {
        Player player = self.get();
        if (player != null) {
            played.release();
            player.turn.acquireUninterruptibly();
        }
    }

    void run(RandomGenerator random) throws Throwable {
        List<Player> left = new ArrayList<>(players);
        while (!left.isEmpty()) {
            Player next = left.get(random.nextInt(left.size()));
            next.turn.release();
            played.acquireUninterruptibly();
            if (failure != null) {
                throw failure;
            }
            left.removeIf(player -> player.done);
        }
    }
}
