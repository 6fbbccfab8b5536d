package io.guanxi.loyalty.programme.web;

import io.guanxi.loyalty.programme.domain.ProgrammeRules;
import tools.jackson.databind.JsonNode;

/** Rules in the body of a request, in the form in which drafts are written. */
public final class WrittenRules {

    private WrittenRules() {}

    /**
     * @param pointer where they are in the body
     * @throws io.guanxi.web.RequestRefused with status 400 that names all that is wrong
     */
    public static ProgrammeRules read(JsonNode rules, String pointer) {
        return Form.read(rules, pointer, RulesForm::read);
    }
}
