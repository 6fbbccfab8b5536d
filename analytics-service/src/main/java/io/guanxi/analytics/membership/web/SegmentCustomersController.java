package io.guanxi.analytics.membership.web;

import io.guanxi.analytics.membership.SegmentDifference;
import io.guanxi.analytics.membership.Side;
import io.guanxi.analytics.membership.SideCounts;
import io.guanxi.analytics.models.domain.ModelEvent.SegmentDrafted;
import io.guanxi.web.Caller;
import io.guanxi.web.RequestRefused;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The customers of a segment at the end of a day, found by going through everybody while the caller waits. */
@RestController
@RequestMapping("/api/analytics/segments/{name}")
@Tag(name = "Analytics segments")
class SegmentCustomersController {

    private static final int LARGEST_PAGE = 1000;

    /** A reason looks two years ahead. */
    private static final int LARGEST_PAGE_WITH_REASONS = 100;

    private static final Map<String, Side> SIDES =
            Map.of("both", Side.BOTH, "entering", Side.ENTERING, "leaving", Side.LEAVING);

    private final SegmentDesk desk;

    SegmentCustomersController(SegmentDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/members")
    @Operation(
            summary = "Who is in a segment, by their ids",
            description = "By default as of the day of the latest event. The first page says how many there are.")
    MembersAnswer members(
            Caller caller,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "false") boolean reasons) {
        checkLimit(limit, reasons);
        ListPosition position = ListPosition.decode(cursor, ListedCustomers.MEMBERS, name, asOf);
        SegmentOnDay segment = desk.segment(caller.tenant(), name, position.day());
        ListedCustomers members = ListedCustomers.members(segment.members(), reasons);
        return desk.page(caller.tenant(), segment, members, position.after(), limit);
    }

    @GetMapping("/difference")
    @Operation(
            summary = "How many would enter and leave a segment if its draft were switched to",
            description = "The draft is held against all that is recorded, beside the version in force.")
    DifferenceAnswer difference(
            Caller caller, @PathVariable String name, @RequestParam(required = false) @Nullable LocalDate asOf) {
        SegmentOnDay segment = desk.segment(caller.tenant(), name, asOf);
        SegmentDifference difference = segment.difference(segment.draft());
        SideCounts counts = desk.scan(scans -> scans.counts(caller.tenant(), difference));
        return DifferenceAnswer.of(segment, counts);
    }

    @GetMapping("/difference/{side}")
    @Operation(
            summary = "Who would enter a segment, leave it or stay in it if its draft were switched to, by their ids",
            description = "side: entering, leaving or both. The first page says how many there are.")
    MembersAnswer side(
            Caller caller,
            @PathVariable String name,
            @PathVariable String side,
            @RequestParam(required = false) @Nullable LocalDate asOf,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "false") boolean reasons) {
        Side which = SIDES.get(side);
        if (which == null) {
            throw RequestRefused.parameter("side", "must be entering, leaving or both");
        }
        checkLimit(limit, reasons);
        ListPosition position = ListPosition.decode(cursor, which.name(), name, asOf);
        SegmentOnDay segment = desk.segment(caller.tenant(), name, position.day());
        SegmentDrafted draft = segment.draft(position.draft());
        ListedCustomers listed = ListedCustomers.side(which, segment.difference(draft), draft, reasons);
        return desk.page(caller.tenant(), segment, listed, position.after(), limit);
    }

    private static void checkLimit(int limit, boolean reasons) {
        int largest = reasons ? LARGEST_PAGE_WITH_REASONS : LARGEST_PAGE;
        if (limit < 1 || limit > largest) {
            throw RequestRefused.parameter(
                    "limit", reasons ? "must be 1 to " + largest + " with reasons" : "must be 1 to " + largest);
        }
    }
}
