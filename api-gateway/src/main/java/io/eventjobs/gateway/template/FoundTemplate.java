package io.eventjobs.gateway.template;

import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateError;
import io.eventjobs.template.TemplateFile;
import java.util.List;
import java.util.stream.Collectors;

/** A template file that was found, valid or not. */
sealed interface FoundTemplate {
    TemplateFile text();

    /** A valid template. */
    record Good(TemplateFile text, DocumentTemplate template) implements FoundTemplate {}

    /** A template that must not be used. */
    record Bad(TemplateFile text, List<TemplateError> faults) implements FoundTemplate {
        public Bad {
            faults = List.copyOf(faults);
        }

        String fault() {
            return faults.stream().map(TemplateError::toString).collect(Collectors.joining("; "));
        }
    }

    static FoundTemplate of(TemplateFile text) {
        if (BuiltInTemplates.find(text.name()).isPresent()) {
            return new Bad(text, List.of(new TemplateError(0, "it has the name of a built-in one")));
        }
        try {
            return new Good(text, text.read());
        } catch (InvalidTemplateException e) {
            return new Bad(text, e.errors());
        }
    }

    default String name() {
        return text().name();
    }
}
