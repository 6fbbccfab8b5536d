package io.guanxi.test.violators.viewcommands.command;

public record Commands(String next) {}
