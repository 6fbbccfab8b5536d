package io.guanxi.eventing.view;

/**
 * A document and how far it has read.
 *
 * @param key the document's key
 * @param position the position in the log of the last event that changed it; grows with every change
 */
public record Versioned<D>(String key, long position, D document) {}
