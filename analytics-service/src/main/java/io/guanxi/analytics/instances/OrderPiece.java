package io.guanxi.analytics.instances;

import io.guanxi.analytics.measuring.stream.PopulationForms;
import io.guanxi.analytics.value.domain.OrderRecord;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An order with its customer, as bytes. */
record OrderPiece(String customerId, OrderRecord order) {

    byte[] packed() {
        byte[] customer = customerId.getBytes(StandardCharsets.UTF_8);
        byte[] packed = PopulationForms.pack(order);
        return ByteBuffer.allocate(1 + customer.length + packed.length)
                .put((byte) customer.length)
                .put(customer)
                .put(packed)
                .array();
    }

    static OrderPiece of(byte[] piece) {
        int end = 1 + (piece[0] & 0xFF);
        return new OrderPiece(
                new String(piece, 1, end - 1, StandardCharsets.UTF_8),
                PopulationForms.order(Arrays.copyOfRange(piece, end, piece.length)));
    }
}
