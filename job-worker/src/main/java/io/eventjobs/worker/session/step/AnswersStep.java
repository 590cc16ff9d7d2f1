package io.eventjobs.worker.session.step;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.TemplateField;
import io.eventjobs.worker.session.answer.Material;
import io.eventjobs.worker.session.answer.ModelAnswers;
import io.eventjobs.worker.session.document.FilledTemplate;
import io.eventjobs.worker.session.document.SessionField;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Lets the language model answer the fields of the template, in the target language. A field without an answer is a warning; if
 * the template requires it, the job fails.
 */
public final class AnswersStep {
    private final @Nullable ModelAnswers model;

    /** @param model null if none is configured */
    public AnswersStep(@Nullable ModelAnswers model) {
        this.model = model;
    }

    FilledTemplate fill(SessionTask task, SessionFindings findings)
            throws JobFailedException, IOException, InterruptedException {
        DocumentTemplate template = findings.filled().template();
        Material material = SessionMaterial.of(findings);
        if (model == null) {
            return withoutAnswers(task, template, "no language model is configured for this worker.");
        }
        if (material.excerpts().isEmpty()) {
            return withoutAnswers(task, template, "page, slides and transcript have no text.");
        }
        task.execution()
                .begin(ProgressStep.WRITING_MARKDOWN, "Asking " + model.model() + " for the " + template.name());
        LanguageTag language = new LanguageTag(task.request().targetLanguage());
        ModelAnswers.Outcome outcome =
                model.ask(template.fields(), material, language, addresses(findings), task.checkpoints(), task::warn);
        if (!outcome.open().isEmpty()) {
            require(template, outcome.open(), outcome.fault());
            task.warn("The language model gave no acceptable answer for " + String.join(", ", outcome.open()) + ": "
                    + outcome.fault());
        }
        return new FilledTemplate(template, outcome.answers(), outcome.answers().isEmpty() ? null : model.model());
    }

    private static FilledTemplate withoutAnswers(SessionTask task, DocumentTemplate template, String why)
            throws JobFailedException {
        List<String> names = template.fields().stream().map(TemplateField::name).toList();
        require(template, names, why);
        task.warn("There is no answer for " + String.join(", ", names) + ": " + why);
        return FilledTemplate.of(template);
    }

    private static void require(DocumentTemplate template, List<String> open, String why) throws JobFailedException {
        List<String> required = template.fields().stream()
                .filter(field -> field.isRequired() && open.contains(field.name()))
                .map(TemplateField::name)
                .toList();
        if (!required.isEmpty()) {
            throw JobFailedException.of(
                    FailureCode.ANSWER_MISSING,
                    "The template " + template.name() + " requires " + String.join(", ", required) + ": " + why);
        }
    }

    private static List<String> addresses(SessionFindings findings) {
        List<String> addresses = new ArrayList<>();
        List.of(SessionField.URL, SessionField.VIDEO, SessionField.SLIDES, SessionField.ATTACHMENTS)
                .forEach(field -> addresses.addAll(findings.facts().all(field)));
        findings.page().links().stream().map(PageLink::address).forEach(addresses::add);
        return addresses;
    }
}
