package io.guanxi.benchmarks.log;

import io.guanxi.benchmarks.report.Spread;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The contenders of one measure, who take turns. */
final class Lineup implements AutoCloseable {

    private final List<Contender> contenders;
    private final MongoContenders mongo;

    Lineup(List<Contender> contenders, MongoContenders mongo) {
        this.contenders = new ArrayList<>(contenders);
        this.mongo = mongo;
    }

    /** Before the last, which is the limit of all. */
    void add(Contender contender) {
        contenders.add(contenders.size() - 1, contender);
    }

    List<Contender> all() {
        return List.copyOf(contenders);
    }

    MongoContenders mongo() {
        return mongo;
    }

    Contender named(String name) {
        return contenders.stream()
                .filter(contender -> contender.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("contender: " + name + " (expected: one of " + contenders + ")"));
    }

    List<EngineContender> engines() {
        return contenders.stream()
                .flatMap(contender -> contender instanceof EngineContender engine ? Stream.of(engine) : Stream.empty())
                .toList();
    }

    /** Takes a figure of each in turn, so many rounds; each round begins with another. */
    static <C extends Contender> Map<String, Spread> inTurns(List<C> contenders, int rounds, Figure<C> figure)
            throws Exception {
        List<List<Double>> figures = contenders.stream()
                .map(any -> (List<Double>) new ArrayList<Double>())
                .toList();
        for (int round = 0; round < rounds; round++) {
            for (int turn = 0; turn < contenders.size(); turn++) {
                int next = (turn + round) % contenders.size();
                figures.get(next).add(figure.of(contenders.get(next)));
            }
        }
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (int i = 0; i < contenders.size(); i++) {
            spreads.put(contenders.get(i).name(), Spread.of(figures.get(i)));
        }
        return spreads;
    }

    @Override
    public void close() {
        contenders.forEach(Contender::close);
        contenders.clear();
        mongo.close();
    }

    /** One figure of one contender. */
    interface Figure<C extends Contender> {

        double of(C contender) throws Exception;
    }
}
