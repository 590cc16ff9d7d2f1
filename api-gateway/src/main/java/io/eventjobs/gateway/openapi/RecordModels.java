package io.eventjobs.gateway.openapi;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Describes records as the API serializes them: names in snake_case; non-null components are required; components that are written even if
 * null are nullable.
 */
final class RecordModels extends ModelResolver {
    private static final SnakeCaseStrategy NAMES = new SnakeCaseStrategy();

    RecordModels() {
        super(mapper());
        openapi31(true);
    }

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> next) {
        Schema<?> schema = super.resolve(type, context, next);
        if (schema == null) {
            return null;
        }
        JavaType java = _mapper.constructType(type.getType());
        Schema<?> model = schema.get$ref() == null ? schema : defined(schema.get$ref(), context);
        if (java.getRawClass().isRecord() && model != null && model.getProperties() != null) {
            for (RecordComponent component : java.getRawClass().getRecordComponents()) {
                describe(component, model);
            }
        }
        return schema;
    }

    private static @Nullable Schema<?> defined(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(RecordComponent component, Schema<?> model) {
        String name = NAMES.translate(component.getName());
        Schema<?> property = model.getProperties().get(name);
        if (property == null) {
            return;
        }
        JsonInclude rule = component.getAccessor().getAnnotation(JsonInclude.class);
        JsonInclude.Include inclusion = rule == null ? JsonInclude.Include.NON_NULL : rule.value();
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        boolean always = inclusion == JsonInclude.Include.ALWAYS;
        if (always && nullable) {
            property.setTypes(Set.of(
                    Objects.requireNonNull(property.getTypes()).iterator().next(), "null"));
        }
        boolean listed = model.getRequired() != null && model.getRequired().contains(name);
        if (!listed && (always || !nullable && inclusion == JsonInclude.Include.NON_NULL)) {
            model.addRequiredItem(name);
        }
    }

    private static ObjectMapper mapper() {
        return Json31.mapper().copy().setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
    }
}
