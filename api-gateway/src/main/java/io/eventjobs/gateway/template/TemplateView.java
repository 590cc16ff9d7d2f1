package io.eventjobs.gateway.template;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.SourcePart;
import io.eventjobs.template.TemplateField;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A template as shown to clients. */
@Schema(name = "Template")
record TemplateView(
        @Schema(description = "The value of a job's `template`", example = "Summary") String name,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String description,
        @Schema(description = "Who provides it") Origin origin,
        @Schema(description = "SHA-256 of the file; absent for built-in templates")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                @Nullable String sha256,
        boolean needsModel,
        @Schema(description = "Whether jobs can currently use it") boolean usable,
        @Schema(description = "Reason if it cannot be used") @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable String problem,
        @Schema(description = "Parts of a session that a document requires: page, slides, transcript")
                @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<String> needs,
        @Schema(description = "Question to the language model") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                List<FieldView> fields) {
    /** The origin of a template. */
    enum Origin {
        @JsonProperty("built_in")
        BUILT_IN,
        /** The folder of the gateways. */
        @JsonProperty("operator")
        OPERATOR,
        /** The tenant's own, in the object store. */
        @JsonProperty("tenant")
        TENANT
    }

    static TemplateView builtIn(DocumentTemplate template, String problem) {
        return of(template, Origin.BUILT_IN, null, problem);
    }

    static TemplateView of(FoundTemplate.Good good, Origin origin, String problem) {
        return of(good.template(), origin, good.text().hash(), problem);
    }

    static TemplateView bad(FoundTemplate.Bad bad, Origin origin) {
        return new TemplateView(
                bad.name(), null, origin, bad.text().hash(), false, false, bad.fault(), List.of(), List.of());
    }

    private static TemplateView of(DocumentTemplate template, Origin origin, @Nullable String sha256, String problem) {
        return new TemplateView(
                template.name(),
                template.description(),
                origin,
                sha256,
                template.asksModel(),
                problem.isEmpty(),
                problem,
                template.needs().stream().sorted().map(SourcePart::word).toList(),
                template.fields().stream().map(FieldView::of).toList());
    }

    /** A field of a template. */
    @Schema(name = "TemplateField")
    record FieldView(
            String name,
            @Schema(allowableValues = {"text", "line", "list", "sections", "tags", "choice", "number"}) String type,
            String question,
            boolean required) {
        static FieldView of(TemplateField field) {
            return new FieldView(field.name(), field.type().word(), field.question(), field.isRequired());
        }
    }
}
