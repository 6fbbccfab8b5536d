package io.guanxi.analytics.membership.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of the customers of a segment, by their ids.
 *
 * @param version of the definition in force on the day; absent if there was none
 * @param draft the segment's revision that was compared; absent in a list of members
 * @param count how many there are in all; on the first page
 * @param next what to send as {@code cursor} for the part that follows; absent in the last one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MembersAnswer(
        String segment,
        LocalDate asOf,
        @Nullable Integer version,
        @Nullable Integer draft,
        @Nullable Long count,
        List<MemberAnswer> items,
        @Nullable String next) {}
