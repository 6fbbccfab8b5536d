package io.guanxi.loyalty.family.domain;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A family of a tenant. It has a stream of its own, and an account that holds the points of all its members. */
public record FamilyKey(String tenant, String familyId) {

    private static final String STREAM = "/family/";

    public static FamilyKey ofStream(String stream) {
        int at = stream.indexOf(STREAM);
        if (at < 0) {
            throw new IllegalArgumentException("stream: " + stream + " (expected: tenant/family/id)");
        }
        return new FamilyKey(stream.substring(0, at), stream.substring(at + STREAM.length()));
    }

    /** No customer's id: those are UUIDs. */
    public String stream() {
        return tenant + STREAM + familyId;
    }

    /** The family's account, as {@code tenant/id}: everybody can derive it and nobody else can have it. */
    public String account() {
        return tenant + "/" + accountId();
    }

    public String accountId() {
        String name = "guanxi:family:" + tenant.length() + ":" + tenant + "/" + familyId;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
