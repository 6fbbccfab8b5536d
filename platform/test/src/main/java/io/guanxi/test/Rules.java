package io.guanxi.test;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessTargetWhere;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;

/** Each rule of the house, with why it is there and what to do instead. */
final class Rules {

    private static final Set<String> CLOCKS_AND_CHANCE = Set.of(
            "now", "randomUUID", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone", "system", "random");

    private Rules() {}

    static Stream<ArchRule> of(String base) {
        return Stream.of(
                domainIsPure(base),
                domainKnowsNoIntegrationEvents(base),
                commandKnowsOnlyTheDomain(base),
                viewKnowsOnlyTheDomain(base),
                topLayersDoNotKnowEachOther(base),
                noClocksAndNoChanceBelowTheEdge(base),
                featuresHaveNoCycles(base),
                packagesAreNullMarked(),
                namesAreBusinessNames(),
                fieldsAreNotInjected(),
                nobodySleeps(),
                controllersNeverTouchTheStore(base),
                messagesAreRecords(base));
    }

    static boolean has(JavaClasses classes, String base, Layer layer) {
        return classes.stream().anyMatch(resideInAPackage(layer.within(base)).and(not(packageInfo())));
    }

    static ArchRule domainIsPure(String base) {
        return classes()
                .that()
                .resideInAPackage(Layer.DOMAIN.within(base))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "org.jspecify..",
                        "io.guanxi.kernel..",
                        // Pure functions of numbers, and what a value's bucket is.
                        "org.hipparchus..",
                        "org.HdrHistogram..",
                        Layer.DOMAIN.within(base)))
                .because(
                        "a rule of business must be readable and testable without a framework: pass the value in with the"
                                + " command, or do the work in command, process or view");
    }

    static ArchRule domainKnowsNoIntegrationEvents(String base) {
        return noClasses()
                .that()
                .resideInAPackage(Layer.DOMAIN.within(base))
                .should()
                .dependOnClassesThat(resideInAnyPackage(Layer.MESSAGING.within(base), "io.guanxi.contracts.."))
                .because(
                        "published and consumed events change on their own schedule: translate them in messaging, into a"
                                + " command or from a domain event");
    }

    static ArchRule commandKnowsOnlyTheDomain(String base) {
        return noClasses()
                .that()
                .resideInAPackage(Layer.COMMAND.within(base))
                .should()
                .dependOnClassesThat(layers(base, Layer.WEB, Layer.MESSAGING, Layer.PROCESS, Layer.VIEW))
                .because(
                        "the aggregate's shell decides on its own events alone: what it needs comes in with the command");
    }

    static ArchRule viewKnowsOnlyTheDomain(String base) {
        return noClasses()
                .that()
                .resideInAPackage(Layer.VIEW.within(base))
                .should()
                .dependOnClassesThat(layers(base, Layer.WEB, Layer.MESSAGING, Layer.PROCESS, Layer.COMMAND))
                .because("a view must equal its replay from zero: it reads domain events and nothing else");
    }

    static ArchRule topLayersDoNotKnowEachOther(String base) {
        return slices().assignedFrom(new TopLayers(base))
                .should()
                .notDependOnEachOther()
                .because(
                        "web, messaging and process are three doors to the same commands and views: move what they share"
                                + " into command, view or domain");
    }

    static ArchRule noClocksAndNoChanceBelowTheEdge(String base) {
        return noClasses()
                .that(layers(base, Layer.DOMAIN, Layer.VIEW, Layer.PROCESS))
                .should(accessTargetWhere(clocksAndChance()).or(dependOnClassesThat(sourcesOfChance())))
                .because(
                        "time, ids and chance come in with the command and are written into the event, or a replay gives"
                                + " another state: take them as values, in a process from an injected Clock or from the event");
    }

    static ArchRule featuresHaveNoCycles(String base) {
        return slices().matching(base + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because(
                        "a feature must be understood and changed alone: let one of them publish an event, or move what"
                                + " both need into a third");
    }

    static ArchRule packagesAreNullMarked() {
        return classes()
                .that(not(packageInfo()))
                .should(new ArchCondition<JavaClass>("reside in a package that is @NullMarked") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
                        events.add(new SimpleConditionEvent(
                                type, marked, type.getPackageName() + " has no package-info with @NullMarked"));
                    }
                })
                .because(
                        "null is an error unless it is said to be a value: add a package-info.java with one sentence and"
                                + " @NullMarked");
    }

    static ArchRule namesAreBusinessNames() {
        return noClasses()
                .should()
                .haveNameMatching(".*(Impl|Util|Utils|Manager|Helper|DTO|Dto)")
                .because("a name says what the thing is in the business: name the class after what it does or knows");
    }

    static ArchRule fieldsAreNotInjected() {
        return noFields()
                .should()
                .beAnnotatedWith(describe(
                        "an annotation that injects",
                        annotation -> Set.of("Autowired", "Value", "Inject", "Resource")
                                .contains(annotation.getRawType().getSimpleName())))
                .because(
                        "an object is complete when it is made: take it in the constructor, settings as a validated record");
    }

    static ArchRule nobodySleeps() {
        return noClasses()
                .should(accessTargetWhere(describe(
                        "Thread.sleep is called",
                        (JavaAccess<?> call) -> call.getTargetOwner().isEquivalentTo(Thread.class)
                                && call.getTarget().getName().equals("sleep"))))
                .because("sleeping is guessing: wait for the condition with a deadline, or let a scheduler wake you");
    }

    static ArchRule controllersNeverTouchTheStore(String base) {
        return noClasses()
                .that(resideInAPackage(Layer.WEB.within(base)).or(controllers()))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.mongodb..", "org.bson.."))
                .because("how a question is answered belongs to its view: give the view a method that is named as the"
                        + " question");
    }

    static ArchRule messagesAreRecords(String base) {
        return classes()
                .that(resideInAPackage(Layer.DOMAIN.within(base))
                        .and(describe("are events or commands", Rules::isMessage)))
                .should()
                .beRecords()
                .because("an event or a command is a value that is stored and compared: make it a record");
    }

    private static boolean isMessage(JavaClass type) {
        return !type.isInterface()
                && type.getAllRawInterfaces().stream()
                        .map(JavaClass::getSimpleName)
                        .anyMatch(name -> name.endsWith("Event") || name.endsWith("Command"));
    }

    private static DescribedPredicate<JavaClass> layers(String base, Layer... layers) {
        return resideInAnyPackage(
                Stream.of(layers).map(layer -> layer.within(base)).toArray(String[]::new));
    }

    private static DescribedPredicate<JavaClass> controllers() {
        return describe(
                "are controllers", type -> type.isMetaAnnotatedWith("org.springframework.stereotype.Controller"));
    }

    private static DescribedPredicate<JavaClass> packageInfo() {
        return describe("package-info", type -> type.getSimpleName().equals("package-info"));
    }

    private static DescribedPredicate<JavaClass> sourcesOfChance() {
        return describe("are sources of chance", type -> type.isAssignableTo("java.util.random.RandomGenerator"));
    }

    private static DescribedPredicate<JavaAccess<?>> clocksAndChance() {
        return describe("a clock or a source of chance is asked", call -> {
            String owner = call.getTargetOwner().getPackageName();
            return CLOCKS_AND_CHANCE.contains(call.getTarget().getName())
                    && (owner.startsWith("java.time") || owner.equals("java.lang") || owner.equals("java.util"));
        });
    }
}
