package io.guanxi.analytics.measuring.web;

import io.guanxi.analytics.measuring.stream.TenantOnDay;
import io.guanxi.analytics.measuring.stream.TenantValue;
import io.guanxi.analytics.measuring.stream.ValueQuestions;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.population.Population;
import io.guanxi.analytics.report.PossibleDays;
import io.guanxi.analytics.report.ReportDesk;
import io.guanxi.analytics.value.domain.Boundaries;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import java.time.LocalDate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Totals, pyramid and boundaries of the caller's tenant as they were at the end of a day, added up while the caller waits. */
@RestController
@RequestMapping("/api/analytics")
class PastTenantController {

    private final ReportDesk desk;
    private final Population population;
    private final ValueQuestions questions;

    PastTenantController(ReportDesk desk, Population population, ValueQuestions questions) {
        this.desk = desk;
        this.population = population;
        this.questions = questions;
    }

    @GetMapping(path = "/totals", params = "asOf")
    TotalsAnswer totals(Caller caller, @RequestParam LocalDate asOf) {
        return TotalsAnswer.of(on(caller.tenant(), asOf));
    }

    @GetMapping(path = "/pyramid", params = "asOf")
    PyramidAnswer pyramid(Caller caller, @RequestParam LocalDate asOf) {
        return PyramidAnswer.of(on(caller.tenant(), asOf));
    }

    @GetMapping(path = "/score-boundaries", params = "asOf")
    BoundariesAnswer boundaries(Caller caller, @RequestParam LocalDate asOf) {
        InForce inForce = questions.versions(caller.tenant()).on(possible(caller.tenant(), asOf));
        Boundaries boundaries = inForce.boundaries();
        if (boundaries == null) {
            throw RequestRefused.notFound(
                    "boundaries-not-measured", "Nothing had been measured by that day, so there were no boundaries.");
        }
        return BoundariesAnswer.of(inForce.boundariesVersion(), boundaries, null);
    }

    private TenantValue on(String tenant, LocalDate day) {
        LocalDate possible = possible(tenant, day);
        return desk.one(any -> TenantOnDay.of(population, tenant, possible, questions.versions(tenant)));
    }

    private LocalDate possible(String tenant, LocalDate day) {
        if (!PossibleDays.has(day, desk.latestDay(tenant))) {
            throw RequestRefused.parameter("asOf", PossibleDays.EXPECTED);
        }
        return day;
    }
}
