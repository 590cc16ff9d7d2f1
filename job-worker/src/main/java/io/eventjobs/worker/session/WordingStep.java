package io.eventjobs.worker.session;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.SourcePart;
import io.eventjobs.worker.execution.JobFailedException;
import java.io.IOException;

/** Finds the words of a document: by which template it is written, and in which language. */
public final class WordingStep {
    private final TemplateSource templates;
    private final TranslationStep translation;

    public WordingStep(TemplateSource templates, TranslationStep translation) {
        this.templates = templates;
        this.translation = translation;
    }

    /** The template that the job was accepted with. */
    DocumentTemplate template(SessionTask task) throws JobFailedException {
        return templates.find(task.execution().command().tenant(), task.request());
    }

    /** What was found as it will stand in the document. */
    SessionWork.Findings word(SessionTask task, SessionWork.Findings findings)
            throws JobFailedException, IOException, InterruptedException {
        requireWhatIsNeeded(findings);
        return translation.translate(task, findings.shown()).with(findings);
    }

    private static void requireWhatIsNeeded(SessionWork.Findings findings) throws JobFailedException {
        for (SourcePart part : SourcePart.values()) {
            DocumentTemplate template = findings.filled().template();
            if (template.needs().contains(part) && isMissing(part, findings)) {
                throw JobFailedException.of(
                        code(part),
                        "The template " + template.name() + " needs the " + part.word() + ", which was not found.");
            }
        }
    }

    private static boolean isMissing(SourcePart part, SessionWork.Findings findings) {
        return switch (part) {
            case PAGE -> findings.content().isEmpty();
            case SLIDES -> findings.decks().isEmpty();
            case TRANSCRIPT -> findings.transcript().isEmpty();
        };
    }

    private static FailureCode code(SourcePart part) {
        return switch (part) {
            case PAGE -> FailureCode.EMPTY_PAGE;
            case SLIDES -> FailureCode.NO_DOCUMENT;
            case TRANSCRIPT -> FailureCode.NO_TRANSCRIPT;
        };
    }
}
