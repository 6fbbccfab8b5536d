package io.guanxi.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class KeepingTheHouseInOrderTest {

    private static final String EXEMPLARY = "io.guanxi.test.exemplary";
    private static final String VIOLATORS = "io.guanxi.test.violators.";

    @Test
    void aHouseInOrderPasses() {
        ArchitectureRules.of(EXEMPLARY, classesOf(EXEMPLARY)).check();
    }

    /** What each deliberately bad package is told, and by no other rule. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "impuredomain         | pass the value in with the command",
                "commandreadsview     | what it needs comes in with the command",
                "viewcommands         | a view must equal its replay from zero",
                "doorsknoweachother   | three doors to the same commands and views",
                "clockindomain        | time, ids and chance come in with the command",
                "clockreferenceinview | time, ids and chance come in with the command",
                "randomidinprocess    | time, ids and chance come in with the command",
                "chanceinview         | time, ids and chance come in with the command",
                "cycle                | a feature must be understood and changed alone",
                "unmarked             | add a package-info.java",
                "patternname          | a name says what the thing is in the business",
                "fieldinjection       | take it in the constructor",
                "sleeping             | wait for the condition with a deadline",
                "controllerqueries    | give the view a method",
                "mutableevent         | make it a record"
            })
    void aBrokenRuleSaysWhatToDo(String violator, String advice) {
        List<String> reports = broken(VIOLATORS + violator);
        assertThat(reports).hasSize(1);
        assertThat(reports.getFirst()).contains(advice);
    }

    @Test
    void anIntegrationEventInTheDomainBreaksTwoRules() {
        assertThat(broken(VIOLATORS + "integrationindomain"))
                .hasSize(2)
                .anySatisfy(report -> assertThat(report).contains("translate them in messaging"))
                .anySatisfy(report -> assertThat(report).contains("readable and testable without a framework"));
    }

    static Stream<ArchRule> rules() {
        return Rules.of(EXEMPLARY);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleSaysBecause(ArchRule rule) {
        assertThat(rule.getDescription()).contains(", because ");
    }

    @Test
    void aRuleForALayerThatIsNotThereFailsUnlessItIsSaid() {
        String base = VIOLATORS + "sleeping";
        assertThatThrownBy(() -> ArchitectureRules.of(base, classesOf(base)).check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no package io.guanxi.test.violators.sleeping..domain..")
                .hasMessageContaining("say without(Layer.DOMAIN)");
    }

    @Test
    void aLayerThatIsSaidToBeAbsentAndIsThereFails() {
        assertThatThrownBy(() -> ArchitectureRules.of(EXEMPLARY, classesOf(EXEMPLARY))
                        .without(Layer.PROCESS)
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("take it out of without");
    }

    @Test
    void aPackageThatDoesNotExistFails() {
        assertThatThrownBy(() -> ArchitectureRules.of("io.guanxi.nowhere")
                        .without(Layer.values())
                        .check())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("there is no class in io.guanxi.nowhere");
    }

    @Test
    void thisModuleKeepsTheRulesThatConcernIt() {
        assertThatCode(() -> ArchitectureRules.of("io.guanxi.test")
                        .without(Layer.values())
                        .check())
                .doesNotThrowAnyException();
    }

    private static List<String> broken(String base) {
        JavaClasses classes = classesOf(base);
        return Rules.of(base)
                .map(rule -> rule.allowEmptyShould(true).evaluate(classes))
                .filter(result -> result.hasViolation())
                .map(result -> result.getFailureReport().toString())
                .toList();
    }

    private static JavaClasses classesOf(String base) {
        return new ClassFileImporter().importPackages(base);
    }
}
