package io.guanxi.test.violators.mutableevent.domain;

public interface TicketEvent {}
