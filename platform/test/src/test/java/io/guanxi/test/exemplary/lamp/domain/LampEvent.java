package io.guanxi.test.exemplary.lamp.domain;

public sealed interface LampEvent {
    record LampLit(String lamp) implements LampEvent {}
}
