package io.guanxi.contracts;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON Schema (2020-12) of every published type. Immutable and safe for threads.
 *
 * <p>Fields that a schema does not know are allowed and ignored; every field that it knows is bounded in size.
 */
public final class SchemaCatalogue {

    /** Larger than any valid body, and what Kafka takes by default. */
    static final int LARGEST_BODY = 1 << 20;

    /** A body with a thousand bad lines is told about its first ones. */
    static final int MOST_VIOLATIONS = 25;

    private static final int DEEPEST_NESTING = 32;

    /** Only a base to resolve relative references against; nothing is fetched. */
    private static final String BASE = "guanxi:///schemas/";

    private static final Violation UNREADABLE =
            new Violation("", "is not one JSON value in UTF-8 with distinct fields");

    private final Map<String, Schema> schemas;
    private final JsonMapper reader;

    private SchemaCatalogue() {
        this.schemas = compile();
        this.reader = reader();
    }

    /** The schemas of {@link EventTypes#all()}, read and compiled at first use and then shared. */
    public static SchemaCatalogue published() {
        return Published.CATALOGUE;
    }

    public boolean knows(String type) {
        return schemas.containsKey(type);
    }

    public Set<String> types() {
        return schemas.keySet();
    }

    /** What {@link Envelope#DATA_SCHEMA} says for a type: {@code urn:guanxi:schema:shop.order.paid.v1}. */
    public String schemaUri(String type) {
        requireKnown(type);
        return "urn:guanxi:schema:" + type;
    }

    /**
     * Checks a body as it came from the wire: at most 1 MiB of JSON in UTF-8 with no field twice.
     *
     * @return nothing if it is valid; one violation of the whole body if it is not JSON; else the first violations
     * @throws IllegalArgumentException if the type is not known
     */
    public List<Violation> validate(String type, byte[] body) {
        requireKnown(type);
        if (body.length > LARGEST_BODY) {
            return List.of(new Violation("", "is larger than " + LARGEST_BODY + " bytes"));
        }
        try {
            JsonNode read = reader.readTree(body);
            return read.isMissingNode() ? List.of(UNREADABLE) : validate(type, read);
        } catch (StreamConstraintsException tooLarge) {
            return List.of(new Violation("", "is nested too deeply or has a number, name or text that is too long"));
        } catch (JacksonException unreadable) {
            return List.of(new Violation("", UNREADABLE.message() + at(unreadable)));
        }
    }

    /**
     * Checks a body that is already read.
     *
     * @throws IllegalArgumentException if the type is not known
     */
    public List<Violation> validate(String type, JsonNode body) {
        List<Error> errors = requireKnown(type).validate(body);
        if (errors.isEmpty()) {
            return List.of();
        }
        return errors.stream()
                .map(ViolationText::violation)
                .distinct()
                .limit(MOST_VIOLATIONS)
                .toList();
    }

    private Schema requireKnown(String type) {
        Schema schema = schemas.get(type);
        if (schema == null) {
            throw new IllegalArgumentException("No schema for type " + type);
        }
        return schema;
    }

    private static String at(JacksonException unreadable) {
        return unreadable.getLocation() == null
                ? ""
                : " (line %d, column %d)"
                        .formatted(
                                unreadable.getLocation().getLineNr(),
                                unreadable.getLocation().getColumnNr());
    }

    private static JsonMapper reader() {
        StreamReadConstraints limits = StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST_NESTING)
                .maxNumberLength(100)
                .build();
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(limits)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        return JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    private static Map<String, Schema> compile() {
        SchemaRegistryConfig config = SchemaRegistryConfig.builder()
                .formatAssertionsEnabled(true)
                .pathType(PathType.JSON_POINTER)
                .build();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemaRegistryConfig(config).schemas(SchemaCatalogue::resource));
        Map<String, Schema> compiled = new LinkedHashMap<>();
        for (String type : EventTypes.all()) {
            Schema schema = registry.getSchema(SchemaLocation.of(BASE + type + ".json"));
            schema.initializeValidators();
            compiled.put(type, schema);
        }
        return Map.copyOf(compiled);
    }

    private static String resource(String location) {
        String name = location.substring(BASE.length());
        try (InputStream in = SchemaCatalogue.class.getResourceAsStream("/schemas/" + name)) {
            if (in == null) {
                throw new IllegalStateException("No schema /schemas/" + name + " on the class path");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read /schemas/" + name, e);
        }
    }

    private static final class Published {
        static final SchemaCatalogue CATALOGUE = new SchemaCatalogue();
    }
}
