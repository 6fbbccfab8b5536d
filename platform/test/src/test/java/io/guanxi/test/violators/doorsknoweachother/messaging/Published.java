package io.guanxi.test.violators.doorsknoweachother.messaging;

public record Published(String id) {}
