package io.guanxi.eventing.publish;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** How bodies are written: instants in RFC 3339, decimals as plain text, nothing for null. */
public final class EventingJson {

    private EventingJson() {}

    /** A mapper of its own: what the web layer changes about its mapper does not change what is published. */
    public static JsonMapper mapper(SimpleModule... modules) {
        return JsonMapper.builder()
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addModule(new SimpleModule("decimals").addSerializer(new PlainDecimal()))
                .addModules(modules)
                .build();
    }

    private static final class PlainDecimal extends StdSerializer<BigDecimal> {

        PlainDecimal() {
            super(BigDecimal.class);
        }

        @Override
        public void serialize(BigDecimal value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.toPlainString());
        }
    }
}
