package io.guanxi.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rules of the house, checked against a service's main classes. A layer that a service does not have must be said to
 * be absent, so that no rule guards a package that does not exist.
 *
 * <pre>{@code
 * ArchitectureRules.check("io.guanxi.ticket");
 * ArchitectureRules.of("io.guanxi.gateway").without(Layer.DOMAIN, Layer.COMMAND).check();
 * }</pre>
 */
public final class ArchitectureRules {

    private final String basePackage;
    private final JavaClasses classes;
    private final Set<Layer> absent;

    private ArchitectureRules(String basePackage, JavaClasses classes, Set<Layer> absent) {
        this.basePackage = basePackage;
        this.classes = classes;
        this.absent = absent;
    }

    /** Of a service that has every layer. */
    public static void check(String basePackage) {
        of(basePackage).check();
    }

    public static ArchitectureRules of(String basePackage) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        return of(basePackage, classes);
    }

    static ArchitectureRules of(String basePackage, JavaClasses classes) {
        return new ArchitectureRules(basePackage, classes, EnumSet.noneOf(Layer.class));
    }

    /** Says that the service has no such packages; fails if it has. */
    public ArchitectureRules without(Layer... layers) {
        Set<Layer> all = EnumSet.copyOf(List.of(layers));
        all.addAll(absent);
        return new ArchitectureRules(basePackage, classes, all);
    }

    /** @throws AssertionError that names every rule that is broken, why it is there, and where it is broken */
    public void check() {
        List<String> faults = Stream.concat(layerFaults(), ruleFaults()).toList();
        if (!faults.isEmpty()) {
            throw new AssertionError(faults.stream()
                    .collect(Collectors.joining("\n\n", "architecture of " + basePackage + "\n\n", "\n")));
        }
    }

    private Stream<String> layerFaults() {
        if (classes.isEmpty()) {
            return Stream.of("there is no class in " + basePackage);
        }
        return Stream.of(Layer.values()).flatMap(layer -> {
            boolean there = Rules.has(classes, basePackage, layer);
            if (there == absent.contains(layer)) {
                return Stream.of(
                        there
                                ? "there is a package %s; take it out of without(…)"
                                        .formatted(layer.within(basePackage))
                                : "there is no package %s; say without(Layer.%s) if that is right"
                                        .formatted(layer.within(basePackage), layer));
            }
            return Stream.empty();
        });
    }

    private Stream<String> ruleFaults() {
        return Rules.of(basePackage)
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .filter(EvaluationResult::hasViolation)
                .map(result -> result.getFailureReport().toString());
    }
}
