package io.guanxi.loyalty.account.web;

import io.guanxi.loyalty.account.domain.lots.Move;
import io.guanxi.loyalty.account.explain.Explanation;
import io.guanxi.loyalty.account.explain.Explanation.Input;
import io.guanxi.loyalty.account.explain.Explanation.PolicyDecision;
import io.guanxi.loyalty.account.explain.Explanation.Rule;
import io.guanxi.loyalty.account.explain.Explanation.Step;
import io.guanxi.loyalty.account.explain.Language;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Why an entry is as it is.
 *
 * @param language the tag of the language of {@code sentence}, chosen by {@code Accept-Language}
 * @param sentences the same in every language, by tag
 */
record ExplanationResponse(
        EntryResponse entry,
        String language,
        String sentence,
        Map<String, String> sentences,
        List<Input> inputs,
        @Nullable Rule rule,
        List<Step> steps,
        List<PolicyDecision> policies,
        List<Move> moves) {

    static ExplanationResponse of(EntryResponse entry, Explanation why, Language language) {
        return new ExplanationResponse(
                entry,
                language.tag(),
                Objects.requireNonNull(why.sentences().get(language.tag()), "a sentence in each language"),
                why.sentences(),
                why.inputs(),
                why.rule(),
                why.steps(),
                why.policies(),
                why.moves());
    }
}
