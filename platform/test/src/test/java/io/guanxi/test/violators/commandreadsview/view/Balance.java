package io.guanxi.test.violators.commandreadsview.view;

public record Balance(int points) {}
