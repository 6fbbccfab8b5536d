package io.guanxi.analytics.membership.web;

import io.guanxi.analytics.measuring.stream.Compared;
import io.guanxi.analytics.membership.SegmentScans;
import io.guanxi.analytics.membership.SegmentScans.Counted;
import io.guanxi.analytics.models.domain.ModelBook;
import io.guanxi.analytics.models.domain.Segment;
import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.report.PossibleDays;
import io.guanxi.analytics.report.ReportDesk;
import io.guanxi.web.RequestRefused;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Knows the segments, and goes through everybody for one question at a time, of whatever kind. */
final class SegmentDesk {

    private final SegmentScans scans;
    private final ReportDesk desk;
    private final Function<String, Compared> versions;
    private final Function<String, ModelBook> books;

    /**
     * @param versions of a tenant, by which live events are judged
     * @param books of a tenant, as recorded
     */
    SegmentDesk(
            SegmentScans scans,
            ReportDesk desk,
            Function<String, Compared> versions,
            Function<String, ModelBook> books) {
        this.scans = scans;
        this.desk = desk;
        this.versions = versions;
        this.books = books;
    }

    /**
     * A segment at the end of a day.
     *
     * @param asOf null for the day of the latest event
     */
    SegmentOnDay segment(String tenant, String name, @Nullable LocalDate asOf) {
        Segment segment = books.apply(tenant)
                .segment(name)
                .orElseThrow(() -> RequestRefused.notFound("segment-not-found", "There is no such segment."));
        Compared present = versions.apply(tenant);
        return new SegmentOnDay(segment, day(asOf, present.versions().latestDay()), present);
    }

    private static LocalDate day(@Nullable LocalDate asked, @Nullable LocalDate latest) {
        if (latest == null) {
            throw RequestRefused.notFound(
                    "boundaries-not-measured", "No order has been measured yet, so nobody is in a segment.");
        }
        if (asked == null) {
            return latest;
        }
        if (!PossibleDays.has(asked, Optional.of(latest))) {
            throw RequestRefused.parameter("asOf", PossibleDays.EXPECTED);
        }
        return asked;
    }

    /** @param after null for the first page, which says how many there are */
    MembersAnswer page(String tenant, SegmentOnDay segment, ListedCustomers listed, @Nullable String after, int limit) {
        if (after != null) {
            return answer(
                    segment, listed, null, scan(scans -> scans.next(tenant, listed.which(), after, limit + 1)), limit);
        }
        Counted found = scan(scans -> scans.first(tenant, listed.which(), limit + 1));
        return answer(segment, listed, found.all(), found.first(), limit);
    }

    private static MembersAnswer answer(
            SegmentOnDay segment, ListedCustomers listed, @Nullable Long count, List<Member> found, int limit) {
        List<Member> shown = found.subList(0, Math.min(limit, found.size()));
        return new MembersAnswer(
                segment.name(),
                segment.day(),
                segment.version(),
                listed.draft(),
                count,
                shown.stream().map(listed.shown()).toList(),
                found.size() > limit
                        ? ListPosition.encode(segment, listed, shown.getLast().customerId())
                        : null);
    }

    /** @throws RequestRefused 503 while another question or report goes through everybody, or customers are moved */
    <R> R scan(Function<SegmentScans, R> question) {
        return desk.one(reports -> question.apply(scans));
    }
}
