package io.eventjobs.worker.session.step;

import io.eventjobs.model.job.FailureCode;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.SourcePart;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.session.task.Warnings;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes the texts of a document: fills its template with answers, and translates what it shows. */
public final class CompositionStep {
    private final TemplateSource templates;
    private final AnswersStep answers;
    private final TranslationStep translation;

    public CompositionStep(TemplateSource templates, AnswersStep answers, TranslationStep translation) {
        this.templates = templates;
        this.answers = answers;
        this.translation = translation;
    }

    /** The template that the job was accepted with. */
    public DocumentTemplate template(SessionTask task) throws JobFailedException {
        return templates.find(task.execution().command().tenant(), task.request());
    }

    /** The findings as the document will show them. */
    public SessionFindings compose(SessionTask task, SessionFindings findings)
            throws JobFailedException, IOException, InterruptedException {
        requireNeededParts(task, findings);
        DocumentTemplate template = findings.filled().template();
        if (!template.asksModel()) {
            return translated(task, findings);
        }
        SessionFindings filled = findings.withTemplate(answers.fill(task, findings));
        return filled.filled().showsTexts() ? translated(task, filled) : answered(task, filled);
    }

    private SessionFindings translated(SessionTask task, SessionFindings findings)
            throws IOException, InterruptedException {
        return translation.translate(task, findings.visibleOnly()).restoreHidden(findings);
    }

    /** Answers are in the target language already: of all else, only the names may have to be translated. */
    private SessionFindings answered(SessionTask task, SessionFindings findings)
            throws IOException, InterruptedException {
        SessionFindings named = task.request().languages().withNames() ? translated(task, findings) : findings;
        if (named.translation().isTranslated()) {
            return named;
        }
        String target = new LanguageTag(task.request().targetLanguage()).value();
        String source = new LanguageTag(task.request().sourceLanguage()).value();
        return named.withTranslation(new Translation(target, source, null, null));
    }

    private static void requireNeededParts(SessionTask task, SessionFindings findings) throws JobFailedException {
        for (SourcePart part : SourcePart.values()) {
            DocumentTemplate template = findings.filled().template();
            if (template.needs().contains(part) && isMissing(part, findings)) {
                throw JobFailedException.of(code(part), missing(template, part, task.warnings()));
            }
        }
    }

    /** That a part is missing, and the warnings, which say why. */
    static String missing(DocumentTemplate template, SourcePart part, Warnings warnings) {
        String message = "The template " + template.name() + " needs the " + part.word() + ", which was not found.";
        return Stream.concat(Stream.of(message), warnings.all().stream()).collect(Collectors.joining(" "));
    }

    private static boolean isMissing(SourcePart part, SessionFindings findings) {
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
