package io.guanxi.eventlog.sample;

import io.guanxi.kernel.Decision;
import io.guanxi.kernel.Money;
import java.math.BigDecimal;
import java.util.List;

/** The state of a jar, as one record. */
public record Jar(Stage stage, BigDecimal sum, long coins) {

    public sealed interface Stage {
        record Absent() implements Stage {}

        record Open(String label) implements Stage {}

        record Closed(String label) implements Stage {}
    }

    public static Jar absent() {
        return new Jar(new Stage.Absent(), BigDecimal.ZERO, 0);
    }

    public static Decision<JarEvent, JarRefusal> decide(Jar jar, JarCommand command) {
        return switch (command) {
            case JarCommand.LookAtJar look -> Decision.nothing();
            case JarCommand.PlaceJar place ->
                jar.stage instanceof Stage.Absent
                        ? Decision.accept(new JarEvent.JarPlaced(place.label(), place.at(), null))
                        : Decision.nothing();
            case JarCommand.AddCoins add ->
                switch (jar.stage) {
                    case Stage.Absent absent -> Decision.refuse(JarRefusal.NO_SUCH_JAR);
                    case Stage.Closed closed -> Decision.refuse(JarRefusal.JAR_IS_SEALED);
                    case Stage.Open open -> Decision.accept(added(add.handfuls()));
                };
            case JarCommand.SealJar seal -> Decision.accept(new JarEvent.JarSealed(jar.coins));
        };
    }

    private static List<JarEvent> added(List<List<Money>> handfuls) {
        return handfuls.stream()
                .<JarEvent>map(coins -> new JarEvent.CoinsAdded(coins, new JarEvent.Gift.From("a friend")))
                .toList();
    }

    public static Jar evolve(Jar jar, JarEvent event) {
        return switch (event) {
            case JarEvent.JarPlaced placed -> new Jar(new Stage.Open(placed.label()), jar.sum, jar.coins);
            case JarEvent.CoinsAdded added ->
                new Jar(
                        jar.stage,
                        added.coins().stream().map(Money::amount).reduce(jar.sum, BigDecimal::add),
                        jar.coins + added.coins().size());
            case JarEvent.JarSealed sealed -> new Jar(new Stage.Closed("sealed"), jar.sum, jar.coins);
        };
    }
}
