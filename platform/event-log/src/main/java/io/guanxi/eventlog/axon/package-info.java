/** Axon's doors to the log: events, snapshots, streams of news, and the tokens of those who follow them. */
@NullMarked
package io.guanxi.eventlog.axon;

import org.jspecify.annotations.NullMarked;
