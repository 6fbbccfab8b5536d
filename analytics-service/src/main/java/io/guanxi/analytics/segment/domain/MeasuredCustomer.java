package io.guanxi.analytics.segment.domain;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** A customer, as conditions see one. */
public interface MeasuredCustomer {

    /**
     * @param measure one of numbers
     * @return null if it is not known, such as the scores of somebody who bought nothing
     */
    @Nullable
    BigDecimal number(Measure measure);

    /**
     * @param measure one of words
     * @return null if it is not known
     */
    @Nullable
    String word(Measure measure);
}
