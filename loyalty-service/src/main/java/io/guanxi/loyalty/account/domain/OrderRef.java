package io.guanxi.loyalty.account.domain;

/** An order: its id is unique within the shop that took it. */
public record OrderRef(String shop, String orderId) {

    /** One text for both, which no other pair has. */
    String key() {
        return shop.length() + ":" + shop + "/" + orderId;
    }

    @Override
    public String toString() {
        return orderId + " of shop " + shop;
    }
}
