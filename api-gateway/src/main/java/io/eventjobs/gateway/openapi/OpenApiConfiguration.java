package io.eventjobs.gateway.openapi;

import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorEnvelope;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.security.RouteRoles;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description at {@code /openapi.json}, generated from the controllers, with the possible errors of each operation. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {
    private static final String ENVELOPE = "#/components/schemas/ErrorEnvelope";
    private static final List<Integer> EVERYWHERE = List.of(400, 401, 403, 404, 406, 414, 429, 431, 500, 503);

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Event Jobs")
                        .version("1")
                        .description("Turns conference sessions into documents: Markdown, images and ZIP archives.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                "bearer",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSecuritySchemes(
                                "api_key",
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.HEADER)
                                        .name("X-Api-Key")))
                .addSecurityItem(new SecurityRequirement().addList("bearer"))
                .addSecurityItem(new SecurityRequirement().addList("api_key"));
    }

    /** The mapper used for the description must name fields like the API's mapper. */
    @Bean
    ModelResolver recordModels() {
        // The caller is determined by the API key and is not a parameter.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
        return new RecordModels();
    }

    @Bean
    OpenApiCustomizer refusals() {
        return api -> {
            ModelConverters.getInstance(true).readAll(ErrorEnvelope.class).forEach(api.getComponents()::addSchemas);
            api.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                addRefusals(path, method.name(), operation);
                addRole(path, method.name(), operation);
            }));
        };
    }

    /** Springdoc names what is left of a path like one segment. */
    private static void addRole(String path, String method, Operation operation) {
        RouteRoles.of(method, path)
                .or(() -> RouteRoles.of(method, path.replace("/files/{path}", "/files/{*path}")))
                .ifPresent(role -> operation.addExtension("x-role", role.word()));
    }

    private static void addRefusals(String path, String method, Operation operation) {
        EVERYWHERE.forEach(status -> addRefusal(operation, status));
        boolean writes = method.equals("POST") || method.equals("PUT");
        if (writes) {
            List.of(408, 409, 413, 415).forEach(status -> addRefusal(operation, status));
        }
        boolean isNamedUpload = method.equals("DELETE") && path.contains("/uploads/");
        if (path.contains("archive") || isNamedUpload || path.contains("/keys/")) {
            addRefusal(operation, 409);
        }
        if (path.contains("/files/")) {
            addRefusal(operation, 416);
        }
    }

    private static void addRefusal(Operation operation, int status) {
        Map<ErrorCode, String> codes = Arrays.stream(ErrorCode.values())
                .filter(code -> code.status() == status)
                .collect(Collectors.toMap(code -> code, ErrorCode::meaning, (one, other) -> one, TreeMap::new));
        String description = codes.entrySet().stream()
                .map(code -> "`" + code.getKey() + "`: " + code.getValue())
                .collect(Collectors.joining("\n\n"));
        operation
                .getResponses()
                .addApiResponse(
                        String.valueOf(status),
                        new ApiResponse()
                                .description(description)
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType().schema(new Schema<>().$ref(ENVELOPE)))));
    }
}
