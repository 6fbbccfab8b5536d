package io.guanxi.customer.file.view.customerhistory;

import io.guanxi.customer.file.domain.Cause;
import io.guanxi.customer.file.domain.ContactField;
import io.guanxi.customer.file.domain.CustomerEvent;
import io.guanxi.customer.file.domain.CustomerEvent.ContactChanged;
import io.guanxi.customer.file.domain.CustomerEvent.ContactConfirmed;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRecognised;
import io.guanxi.customer.file.domain.CustomerEvent.CustomerRegistered;
import io.guanxi.customer.file.domain.CustomerEvent.OrderCancelledNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderNoted;
import io.guanxi.customer.file.domain.CustomerEvent.OrderTimeCorrected;
import io.guanxi.customer.file.domain.CustomerEvent.StageChanged;
import io.guanxi.customer.file.domain.CustomerEvent.StageDateCorrected;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an event says to somebody who reads the file; values of contact data are not among it. */
final class Facts {

    private final Map<String, Object> facts = new LinkedHashMap<>();

    private Facts() {}

    static Map<String, Object> of(CustomerEvent event) {
        var facts = new Facts();
        switch (event) {
            case CustomerRecognised e -> facts.with("shop", e.shop()).with("externalId", e.externalId());
            case CustomerRegistered e -> facts.with("shop", e.shop()).with("externalId", e.externalId());
            case ContactChanged e -> facts.with("fields", names(e.changes().keySet()));
            case ContactConfirmed e -> facts.with("fields", names(e.fields()));
            case OrderNoted e ->
                facts.with("shop", e.shop()).with("orderId", e.orderId()).with("orderedAt", e.orderedAt());
            case OrderTimeCorrected e ->
                facts.with("shop", e.shop()).with("orderId", e.orderId()).with("orderedAt", e.orderedAt());
            case OrderCancelledNoted e -> facts.with("shop", e.shop()).with("orderId", e.orderId());
            case StageChanged e ->
                facts.with("from", e.from().publicName())
                        .with("to", e.to().publicName())
                        .with("since", e.since())
                        .because(e.cause());
            case StageDateCorrected e ->
                facts.with("stage", e.stage().publicName()).with("since", e.since());
        }
        return facts.facts;
    }

    private static List<String> names(Set<ContactField> fields) {
        return fields.stream().map(ContactField::publicName).toList();
    }

    private Facts because(Cause cause) {
        return with("rule", cause.rule())
                .with("days", cause.days())
                .with("orderId", cause.orderId())
                .with("asOf", cause.asOf());
    }

    private Facts with(String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value);
        }
        return this;
    }
}
