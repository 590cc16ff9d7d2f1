package io.eventjobs.gateway.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.BooleanSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.PathParameter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives a schema to the parameters that controllers read by name, and describes the rest of a path, which no generator of clients or tests
 * could know otherwise.
 */
@Component
class ParameterSchemas implements OpenApiCustomizer {
    private static final Set<String> SWITCHES = Set.of("total", "archived", "active");
    private static final String REST = "{path}";

    @Override
    public void customise(OpenAPI api) {
        api.getPaths().forEach((path, item) -> {
            for (Operation operation : item.readOperations()) {
                Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of())
                        .forEach(ParameterSchemas::describe);
            }
            describeRest(path, item);
        });
    }

    private static void describe(Parameter parameter) {
        if (parameter.getSchema() == null) {
            parameter.setSchema(schema(parameter.getName()));
        }
    }

    private static Schema<?> schema(String name) {
        if (name.equals("limit")) {
            return new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(500));
        }
        if (SWITCHES.contains(name)) {
            return new BooleanSchema();
        }
        return name.endsWith("_after") || name.endsWith("_before")
                ? new StringSchema().format("date-time")
                : new StringSchema();
    }

    private static void describeRest(String path, PathItem item) {
        boolean isDescribed = item.readOperations().stream()
                .flatMap(operation ->
                        Objects.requireNonNullElse(operation.getParameters(), List.<Parameter>of()).stream())
                .anyMatch(parameter -> "path".equals(parameter.getIn()));
        if (path.endsWith(REST) && !isDescribed) {
            item.readOperations()
                    .forEach(operation -> operation.addParametersItem(
                            new PathParameter().name("path").schema(new StringSchema())));
        }
    }
}
