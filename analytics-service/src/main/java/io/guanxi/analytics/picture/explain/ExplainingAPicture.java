package io.guanxi.analytics.picture.explain;

import io.guanxi.analytics.history.domain.CustomerHistory;
import io.guanxi.analytics.picture.domain.CustomerPicture;
import io.guanxi.analytics.picture.domain.InForce;
import io.guanxi.analytics.picture.domain.Outlook;
import io.guanxi.analytics.picture.domain.Standing;
import io.guanxi.analytics.segment.domain.SegmentDefinition;
import java.time.LocalDate;
import java.util.TreeMap;

/** Explains a customer from nothing but what the picture is made from. */
public final class ExplainingAPicture {

    private ExplainingAPicture() {}

    /**
     * @param standing advanced to the day or beyond
     * @param inForce on the day
     */
    public static PictureExplanation explain(
            CustomerHistory history, Standing standing, LocalDate day, InForce inForce) {
        Subject subject = new Subject(
                history,
                CustomerPicture.of(history, standing, day, inForce),
                standing.asOf(day),
                inForce,
                new Outlook(history, standing, day, inForce));
        TreeMap<String, Explanation> segments = new TreeMap<>();
        for (SegmentDefinition segment : inForce.segments()) {
            segments.put(segment.name(), ExplainingASegment.explain(subject, segment));
        }
        return new PictureExplanation(
                day,
                ExplainingAGroup.explain(subject),
                ExplainingAGrade.explain(subject),
                ExplainingRisk.explain(subject),
                ExplainingALapse.explain(subject),
                segments);
    }
}
