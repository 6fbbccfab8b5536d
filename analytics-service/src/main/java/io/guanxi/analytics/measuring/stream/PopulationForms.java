package io.guanxi.analytics.measuring.stream;

import io.guanxi.analytics.population.Member;
import io.guanxi.analytics.value.domain.OrderRecord;

/** Members and orders as bytes, for the way from one instance to another of the same version. */
public final class PopulationForms {

    private static final int FORM = 1;

    private PopulationForms() {}

    public static byte[] pack(Member member) {
        Packer out = new Packer(FORM).text(member.customerId());
        HistoryForms.history(out, member.history(), member.history().purchases());
        StandingForms.standing(out, member.standing());
        return out.packed();
    }

    /** @throws IllegalStateException if another version of this service wrote it */
    public static Member member(byte[] packed) {
        Unpacker in = new Unpacker(packed, FORM);
        return new Member(in.text(), HistoryForms.history(in), StandingForms.standing(in));
    }

    public static byte[] pack(OrderRecord order) {
        return OrderForms.pack(order);
    }

    /** @throws IllegalStateException if another version of this service wrote it */
    public static OrderRecord order(byte[] packed) {
        return OrderForms.order(packed);
    }
}
