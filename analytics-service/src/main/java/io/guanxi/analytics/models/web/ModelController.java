package io.guanxi.analytics.models.web;

import io.guanxi.analytics.models.command.LatestDays;
import io.guanxi.analytics.models.command.Models;
import io.guanxi.analytics.models.domain.ModelEvent.Version;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.guanxi.web.Versions;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/analytics/models")
@Tag(name = "Analytics models")
class ModelController {

    private final Models models;
    private final LatestDays days;

    ModelController(Models models, LatestDays days) {
        this.models = models;
        this.days = days;
    }

    @GetMapping
    @Operation(summary = "Every version of the models and rules, and which are in force on a day")
    ModelsAnswer all(
            Caller caller,
            @Parameter(description = "A day (UTC); by default that of the latest event")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf) {
        return ModelsAnswer.of(models.of(caller.tenant()), day(caller, asOf));
    }

    @GetMapping("/{kind}")
    @Operation(
            summary = "The model card: what the model that is in force on a day rests on, assumes and cannot do",
            description = "kind is lifetime, risk, clusters or pyramid; sentences are in English and Chinese.")
    ResponseEntity<ModelCard> card(
            Caller caller,
            @PathVariable String kind,
            @Parameter(description = "A day (UTC); by default that of the latest event")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate asOf) {
        ModelKind known = ModelKind.of(kind)
                .orElseThrow(() -> RequestRefused.notFound(
                        "model-kind-not-found", "Models are of kind lifetime, risk, clusters or pyramid."));
        List<? extends Version> versions = known.versions(models.of(caller.tenant()));
        Version inForce = ModelsAnswer.inForce(versions, day(caller, asOf));
        if (inForce == null) {
            throw RequestRefused.notFound("model-not-found", "No model of this kind is in force on that day.");
        }
        return ResponseEntity.ok().eTag(Versions.etag(inForce.version())).body(ModelCard.of(known, inForce));
    }

    /** Before the first event everything that was recorded is in force. */
    private LocalDate day(Caller caller, @Nullable LocalDate asOf) {
        if (asOf != null) {
            return asOf;
        }
        LocalDate latest = days.of(caller.tenant());
        return latest == null ? LocalDate.EPOCH : latest;
    }
}
