package io.guanxi.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Conditional updates: the version that a caller saw ({@code ETag}) and the one it wants to change ({@code If-Match}). */
public final class Versions {

    private static final Pattern ENTITY_TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7E]*\"");

    private Versions() {}

    /** The strong entity tag of a version, quotes included. */
    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * Passes if the caller names the present version or asks for no check.
     *
     * @param ifMatch the request's {@code If-Match} header; null for no check
     * @throws RequestRefused with status 412 for another version, 400 for a header that is no list of entity tags
     */
    public static void check(@Nullable String ifMatch, long current) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return;
        }
        if (!tags(ifMatch).contains(etag(current))) {
            throw RequestRefused.versionMismatch(etag(current));
        }
    }

    private static List<String> tags(String ifMatch) {
        List<String> tags = Stream.of(ifMatch.split(",", -1)).map(String::strip).toList();
        if (!tags.stream().allMatch(tag -> ENTITY_TAG.matcher(tag).matches())) {
            throw RequestRefused.parameter("If-Match", "must be * or a list of entity tags in quotes");
        }
        return tags;
    }
}
