package io.guanxi.eventlog.archive;

/**
 * What an archive was seen to hold.
 *
 * @param digest SHA-256 over all commits, as an audit of the same commits has it
 */
public record ArchiveContent(ArchiveHeader header, long commits, String digest) {}
