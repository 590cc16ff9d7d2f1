package io.eventjobs.gateway.template;

import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateText;

/** A file of the folder, as it is. */
sealed interface FoundTemplate {
    /** One that documents can be written with. */
    record Good(TemplateText text, DocumentTemplate template) implements FoundTemplate {}

    /** One that must not be used. */
    record Bad(String name, String fault) implements FoundTemplate {}

    static FoundTemplate of(TemplateText text) {
        if (BuiltInTemplates.find(text.name()).isPresent()) {
            return new Bad(text.name(), "it has the name of a built-in one");
        }
        try {
            return new Good(text, text.read());
        } catch (InvalidTemplateException e) {
            return new Bad(text.name(), String.valueOf(e.getMessage()));
        }
    }

    default String name() {
        return switch (this) {
            case Good good -> good.text().name();
            case Bad bad -> bad.name();
        };
    }
}
