package io.guanxi.eventlog.archive;

import java.util.List;
import org.bson.BsonDocument;

/**
 * Commits of an archive whose checksum was right.
 *
 * @param end the position after the last event
 */
record Block(List<BsonDocument> commits, long end) {}
