package io.guanxi.eventlog.proof.engine;

/** The event that all writers write; what matters is its id, which names the commit and its place in it. */
public record Happened(int number) {}
