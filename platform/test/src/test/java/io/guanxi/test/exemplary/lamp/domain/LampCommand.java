package io.guanxi.test.exemplary.lamp.domain;

public sealed interface LampCommand {
    record Light(String lamp) implements LampCommand {}
}
