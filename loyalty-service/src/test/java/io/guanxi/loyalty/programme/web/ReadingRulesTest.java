package io.guanxi.loyalty.programme.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.guanxi.loyalty.programme.domain.EarningCaps;
import io.guanxi.loyalty.programme.domain.ExpiryRule;
import io.guanxi.loyalty.programme.domain.MaturityRule;
import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import io.guanxi.loyalty.programme.domain.ReversalRules.Shortfall;
import io.guanxi.loyalty.programme.domain.SomeRules;
import io.guanxi.loyalty.programme.web.ProgrammeForms.Beginning;
import io.guanxi.web.FieldProblem;
import io.guanxi.web.RequestRefused;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class ReadingRulesTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final String LEAST =
            "{'zone':'UTC','purses':[{'code':'points'}],'earning':[{'name':'base','purse':'points','defaultRate':'1.5'}]}";

    @Test
    void whatIsReadIsWhatWasShown() {
        for (ProgrammeRules rules : List.of(SomeRules.withEverything(), SomeRules.giving("1.50"))) {
            ObjectNode body = JSON.createObjectNode().put("title", "Spring");
            body.set("rules", JSON.valueToTree(RulesDocument.of(rules)));

            assertThat(ProgrammeForms.edit(body).rules()).isEqualTo(rules);
        }
    }

    @Test
    void whatIsLeftOutTheProgrammeDoesNotDo() {
        ProgrammeRules rules = rules(LEAST);

        assertThat(rules.mainPurse().spendable()).isTrue();
        assertThat(rules.mainPurse().maturity()).isEqualTo(MaturityRule.AT_ONCE);
        assertThat(rules.mainPurse().expiry()).isEqualTo(ExpiryRule.NEVER);
        assertThat(rules.mainPurse().caps()).isEqualTo(EarningCaps.NONE);
        assertThat(rules.reversal().shortfall()).isEqualTo(Shortfall.DEBT);
        assertThat(rules.holds().longest()).isEqualTo(Duration.ofMinutes(30));
        assertThat(rules.tiers()).isNull();
        assertThat(rules.rewards()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/zone | 'Mars/Olympus' | must be a time zone such as Asia/Shanghai",
                "/purses/0/code | 7 | must be a text",
                "/purses/0/code | 'Points' | must be at most 50 lower-case letters, digits and hyphens, such as double-points",
                "/purses/0/spendable | 'yes' | must be true or false",
                "/purses/0/rounding | 'sideways' | must be one of up, down, ceiling, floor, half-up, half-down, half-even, unnecessary",
                "/purses/0/maturity | [] | must be an object",
                "/purses/0/expiry | {'kind':'fixed','day':'31-12'} | must be a day of the year such as 12-31",
                "/purses/0/expiry | {'kind':'rolling','months':0} | must be 1 to 600",
                "/purses/0/caps | {'perOrder':1.5} | must be a whole number",
                "/purses/0/value | {'amount':'1'} | is missing; it must be a text",
                "/earning | {} | must be an array",
                "/earning/0/rates | {'CNY':'1e9'} | must be a decimal such as \"1.5\"",
                "/earning/0/rates | {'CNY':1.5} | must be a decimal such as \"1.5\"",
                "/earning/0/rates | {'yuan':'1'} | must be an ISO 4217 code, three capital letters",
                "/earning/0/purse | 'miles' | must be one of [points]",
                "/earning/0/when | {'categories':['tea',1]} | must be an array of texts",
                "/earning/0/when | {'from':'2026-11-11','until':'2026-11-01'} | must be not before /from, 2026-11-11",
                "/earning/0/wen | {} | is not known here; expected are [defaultRate, fixed, name, purse, rates, when]",
                "/holds | {'longest':'soon'} | must be a time such as PT30M",
                "/rewards | [{'code':'mug','purse':'points','price':1,'kind':'goods','value':{'amount':'1','currency':'CNY'}}] | must be absent with GOODS",
            })
    void aMistakeIsNamedWithAPointerToItAndWithoutWhatWasSent(String pointer, String value, String message) {
        JsonNode body = body(LEAST);
        String parent = pointer.substring(0, pointer.lastIndexOf('/'));
        JsonNode changed = JSON.readTree(value.replace('\'', '"'));
        ((ObjectNode) body.at("/rules" + parent)).set(pointer.substring(parent.length() + 1), changed);

        assertThat(problems(body)).singleElement().satisfies(problem -> {
            assertThat(problem.pointer()).startsWith("/rules" + pointer);
            assertThat(problem.message()).isEqualTo(message);
        });
    }

    @Test
    void allMistakesAreToldAtOnce() {
        JsonNode body = body("{'zone':1,'purses':[{'code':'points','rounding':'up'},{'spendable':7}],"
                + "'earning':[{'name':'base','purse':'points','fixed':-1,'defaultRate':'-1'}],"
                + "'tiers':{'measure':'orders','tiers':[{'code':'basic','threshold':'x'}]},'goodwil':{}}");
        ((ObjectNode) body).put("title", " ").put("colour", "red");

        assertThat(problems(body))
                .extracting(FieldProblem::pointer)
                .containsExactlyInAnyOrder(
                        "/title",
                        "/colour",
                        "/rules/zone",
                        "/rules/purses/1/code",
                        "/rules/purses/1/spendable",
                        "/rules/earning/0/fixed",
                        "/rules/earning/0/defaultRate",
                        "/rules/tiers/tiers/0/threshold",
                        "/rules/goodwil");
    }

    @Test
    void aNewDraftBeginsWithAVersionOrWithRulesOfItsOwn() {
        Beginning copied = ProgrammeForms.beginning(JSON.valueToTree(Map.of("title", "Spring", "version", 1)));
        assertThat(copied.version()).isEqualTo(1);

        assertThat(problemsOfBeginning(JSON.valueToTree(Map.of("title", "Spring"))))
                .extracting(FieldProblem::pointer)
                .containsExactly("/rules");
        ObjectNode both = (ObjectNode) body(LEAST);
        assertThat(problemsOfBeginning(both.put("version", 1)))
                .extracting(FieldProblem::message)
                .containsExactly("either this or /version must be given");
    }

    @Test
    void aBodyThatIsNoObjectIsRefused() {
        assertThat(problems(JSON.readTree("[1]")))
                .extracting(FieldProblem::pointer)
                .containsExactly("");
    }

    private static List<FieldProblem> problems(JsonNode body) {
        return catchThrowableOfType(RequestRefused.class, () -> ProgrammeForms.edit(body))
                .problem()
                .errors();
    }

    private static List<FieldProblem> problemsOfBeginning(JsonNode body) {
        return catchThrowableOfType(RequestRefused.class, () -> ProgrammeForms.beginning(body))
                .problem()
                .errors();
    }

    private static ProgrammeRules rules(String rules) {
        return ProgrammeForms.edit(body(rules)).rules();
    }

    private static JsonNode body(String rules) {
        return JSON.readTree(("{'title':'Spring','rules':" + rules + "}").replace('\'', '"'));
    }
}
