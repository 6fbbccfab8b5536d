package io.guanxi.eventlog.token;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A token in the store: a position is a number, whatever else Axon wraps around positions a text with its type. */
final class TokenForm {

    private static final String TYPE = "type";
    private static final String BODY = "body";

    private final Serializer serializer;

    TokenForm(Serializer serializer) {
        this.serializer = serializer;
    }

    @Nullable
    Object stored(@Nullable TrackingToken token) {
        return switch (token) {
            case null -> null;
            case GlobalSequenceTrackingToken position -> position.getGlobalIndex();
            default -> {
                SerializedObject<String> text = serializer.serialize(token, String.class);
                yield new Document(TYPE, text.getType().getName()).append(BODY, text.getData());
            }
        };
    }

    @Nullable
    TrackingToken token(@Nullable Object stored) {
        return switch (stored) {
            case null -> null;
            case Long position -> new GlobalSequenceTrackingToken(position);
            case Document text ->
                serializer.deserialize(
                        new SimpleSerializedObject<>(text.getString(BODY), String.class, text.getString(TYPE), null));
            default ->
                throw new IllegalStateException(
                        "token: " + stored.getClass().getName() + " (expected: a number or a document)");
        };
    }
}
