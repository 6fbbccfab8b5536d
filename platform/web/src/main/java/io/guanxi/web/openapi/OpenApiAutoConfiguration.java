package io.guanxi.web.openapi;

import io.guanxi.kernel.Origin;
import io.guanxi.web.Caller;
import io.guanxi.web.IdempotentId;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;

/** Describes what all operations share: the token, and the problem document that any of them may answer with. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({OpenAPI.class, SpringDocUtils.class})
class OpenApiAutoConfiguration {

    private static final String BEARER = "bearer";
    private static final String PROBLEM = "Problem";

    static {
        // These arguments come from the token and the headers, not from a parameter of their own.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Origin.class, IdempotentId.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI openApi(@Value("${spring.application.name:guanxi}") String service) {
        return new OpenAPI().info(new Info().title(service).version("v1"));
    }

    @Bean
    GlobalOpenApiCustomizer tokenAndProblems() {
        return api -> {
            Components components = api.getComponents() == null ? new Components() : api.getComponents();
            components.addSecuritySchemes(
                    BEARER,
                    new SecurityScheme()
                            .type(SecurityScheme.Type.HTTP)
                            .scheme("bearer")
                            .bearerFormat("JWT")
                            .description("A token with the claims tenant and roles."));
            components.addSchemas(PROBLEM, problem());
            api.components(components).addSecurityItem(new SecurityRequirement().addList(BEARER));
            if (api.getPaths() != null) {
                api.getPaths().values().stream()
                        .flatMap(path -> path.readOperations().stream())
                        .forEach(operation -> operation.getResponses().putIfAbsent("default", anyProblem()));
            }
        };
    }

    private static ApiResponse anyProblem() {
        Schema<?> reference = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description("Any error")
                .content(new Content().addMediaType("application/problem+json", new MediaType().schema(reference)));
    }

    private static Schema<?> problem() {
        Schema<?> error = object("One thing that is wrong with the request")
                .addProperty("pointer", text("JSON pointer into the body"))
                .addProperty("parameter", text("name of a path, query or header parameter"))
                .addProperty("message", text("what would be right"));
        return object("Problem details (RFC 9457)")
                .addProperty("type", text("urn:guanxi:problem: and a stable code"))
                .addProperty("title", text("the same for every problem of this type"))
                .addProperty("status", typed("integer", "the HTTP status"))
                .addProperty("detail", text("what would be right this time"))
                .addProperty("correlationId", text("quote it to have the request found"))
                .addProperty("errors", new ArraySchema().items(error).types(Set.of("array")));
    }

    private static Schema<?> object(String description) {
        return typed("object", description);
    }

    private static Schema<?> text(String description) {
        return typed("string", description);
    }

    private static Schema<?> typed(String type, String description) {
        return new Schema<>().types(Set.of(type)).description(description);
    }
}
