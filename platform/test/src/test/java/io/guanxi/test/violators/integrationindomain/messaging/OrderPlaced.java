package io.guanxi.test.violators.integrationindomain.messaging;

public record OrderPlaced(String orderId) {}
