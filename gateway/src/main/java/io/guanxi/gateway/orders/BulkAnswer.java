package io.guanxi.gateway.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a shop is told of many events, one by one and in their order.
 *
 * @param accepted how many were published
 * @param rejected how many were not; these can be repaired and sent again, alone or with all the others
 */
record BulkAnswer(int accepted, int rejected, List<Result> results) {

    /**
     * @param index the event's place in the request, from 0
     * @param status {@code accepted} or {@code rejected}
     * @param errors what is wrong, with pointers into the event; absent if it was accepted
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Result(
            int index,
            String status,
            @Nullable String id,
            @Nullable String customerId,
            @Nullable List<Error> errors) {}

    record Error(String pointer, String message) {}

    static BulkAnswer of(List<Result> results) {
        int accepted = (int) results.stream()
                .filter(result -> result.status().equals("accepted"))
                .count();
        return new BulkAnswer(accepted, results.size() - accepted, results);
    }
}
