package io.eventjobs.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverterContextImpl;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import io.swagger.v3.oas.models.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordModelsTest {
    private final Schema<?> schema = described(Sample.class);

    @Test
    void fieldsAreNamedAsTheApiWritesThem() {
        assertThat(schema.getProperties().keySet())
                .containsExactlyInAnyOrder(
                        "job_id", "job_count", "completed_at", "next_cursor", "warnings", "always_there");
    }

    @Test
    void whatCannotBeNullIsAlwaysThere() {
        assertThat(schema.getRequired()).contains("job_id", "job_count").doesNotContain("completed_at");
    }

    @Test
    void whatIsWrittenEvenIfItIsNullIsThereAndSaysSo() {
        assertThat(schema.getRequired()).contains("next_cursor", "always_there");
        assertThat(types("next_cursor")).containsExactlyInAnyOrder("string", "null");
        assertThat(types("always_there")).containsExactly("string");
    }

    @Test
    void whatIsLeftOutWhenItIsEmptyMayBeMissing() {
        assertThat(schema.getRequired()).doesNotContain("warnings");
        assertThat(types("warnings")).containsExactly("array");
    }

    @Test
    void whatIsLeftOutWhenItIsNullIsNeverNull() {
        assertThat(types("completed_at")).containsExactly("string");
    }

    @Test
    void noFieldIsListedTwiceAsRequired() {
        assertThat(schema.getRequired()).doesNotHaveDuplicates();
    }

    private static Schema<?> described(Class<?> type) {
        RecordModels models = new RecordModels();
        ModelConverterContextImpl context = new ModelConverterContextImpl(models);
        context.resolve(new AnnotatedType(type));
        return context.getDefinedModels().get(type.getSimpleName());
    }

    private Set<String> types(String property) {
        Schema<?> described = schema.getProperties().get(property);
        return described.getTypes();
    }

    record Sample(
            @io.swagger.v3.oas.annotations.media.Schema(requiredMode = RequiredMode.REQUIRED) String jobId,
            int jobCount,
            @Nullable Instant completedAt,
            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor,
            @JsonInclude(JsonInclude.Include.ALWAYS) String alwaysThere,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings) {}
}
