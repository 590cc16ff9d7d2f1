package io.eventjobs.gateway.template;

import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateFault;
import io.eventjobs.template.TemplateText;
import java.util.List;
import java.util.stream.Collectors;

/** A file that was found, as it is. */
sealed interface FoundTemplate {
    TemplateText text();

    /** One that documents can be written with. */
    record Good(TemplateText text, DocumentTemplate template) implements FoundTemplate {}

    /** One that must not be used. */
    record Bad(TemplateText text, List<TemplateFault> faults) implements FoundTemplate {
        public Bad {
            faults = List.copyOf(faults);
        }

        String fault() {
            return faults.stream().map(TemplateFault::toString).collect(Collectors.joining("; "));
        }
    }

    static FoundTemplate of(TemplateText text) {
        if (BuiltInTemplates.find(text.name()).isPresent()) {
            return new Bad(text, List.of(new TemplateFault(0, "it has the name of a built-in one")));
        }
        try {
            return new Good(text, text.read());
        } catch (InvalidTemplateException e) {
            return new Bad(text, e.faults());
        }
    }

    default String name() {
        return text().name();
    }
}
