package io.eventjobs.worker.session.step;

import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.SessionField;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.session.translation.Glossaries;
import io.eventjobs.worker.session.translation.LanguageDetection;
import io.eventjobs.worker.session.translation.PartTranslation;
import io.eventjobs.worker.session.translation.TranslationCoverage;
import io.eventjobs.worker.session.translation.engine.LanguagePair;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import io.eventjobs.worker.session.translation.engine.RepairBudget;
import io.eventjobs.worker.session.translation.engine.Terms;
import io.eventjobs.worker.session.translation.engine.TextTranslation;
import io.eventjobs.worker.session.translation.engine.Translator;
import io.eventjobs.worker.work.Execution;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Translates the findings to the target language. Parts already in it stay unchanged, as do parts that cannot be translated,
 * with a warning.
 */
public final class TranslationStep {
    /** Shorter names are too often ordinary words. */
    private static final int MIN_NAME_LENGTH = 3;

    private final @Nullable Translator translator;
    private final Glossaries glossaries;
    private final int maxRepairs;
    private final LanguageDetection detection = new LanguageDetection();

    /**
     * @param translator null if none is configured
     * @param maxRepairs calls of a job that are made only because a translation was not acceptable
     */
    public TranslationStep(@Nullable Translator translator, Glossaries glossaries, int maxRepairs) {
        this.translator = translator;
        this.glossaries = glossaries;
        this.maxRepairs = maxRepairs;
    }

    SessionFindings translate(SessionTask task, SessionFindings findings) throws IOException, InterruptedException {
        LanguageTag target = new LanguageTag(task.request().targetLanguage());
        LanguageTag declared = new LanguageTag(task.request().sourceLanguage());
        PartLanguages languages = PartLanguages.of(findings, declared, detection);
        LanguageTag main = languages.main();
        if (!main.isSameLanguage(declared)) {
            task.warn("The session is in " + main.englishName() + " (" + main + "), not in " + declared.englishName()
                    + " as the request says.");
        }
        if (languages.areAll(target)) {
            return findings.withTranslation(Translation.none(main.value()));
        }
        if (translator == null) {
            task.warn("Not translated to " + target + ": no translator is configured; the text is in " + main + ".");
            return findings.withTranslation(Translation.none(main.value()));
        }
        return translated(task, findings, new Assignment(translator, target, languages));
    }

    private SessionFindings translated(SessionTask task, SessionFindings findings, Assignment assignment)
            throws IOException, InterruptedException {
        Execution execution = task.execution();
        execution.begin(
                ProgressStep.TRANSLATING,
                "Translating to " + assignment.target().englishName());
        RepairBudget budget = new RepairBudget(maxRepairs);
        TranslationCoverage coverage = new TranslationCoverage();
        TextTranslation texts = new TextTranslation(
                assignment.translator(),
                task.checkpoints(),
                budget,
                (done, total) ->
                        execution.advance(done, total, "Translated " + done + " of " + total + " groups of texts"));
        Terms terms = glossaries
                .find(execution.command().tenant(), task.request().event(), task::warn)
                .in(assignment.target(), names(findings.facts()));
        FindingsTranslator translation = new FindingsTranslator(
                language ->
                        new PartTranslation(texts, new LanguagePair(language, assignment.target()), terms, coverage),
                assignment.target(),
                assignment.languages());
        SessionFindings translated = translation.translated(findings);
        SessionNames names = SessionNames.of(task.request(), findings.facts().title());
        SessionNames others = task.request().languages().withNames() ? translation.translated(names) : names;
        if (!report(task, assignment, coverage, because(budget, coverage))
                || isStillUntranslated(task, assignment, translated)) {
            return findings.withTranslation(Translation.none(assignment.main()));
        }
        return translated.withTranslation(assignment.done(names, others), others.title());
    }

    /** Whether the translator returned text in the original language; if so, adds a warning. */
    private boolean isStillUntranslated(SessionTask task, Assignment assignment, SessionFindings translated) {
        LanguageTag before = assignment.languages().main();
        LanguageTag after =
                PartLanguages.of(translated, assignment.target(), detection).main();
        boolean isStillUntranslated = after.isSameLanguage(before) && !after.isSameLanguage(assignment.target());
        if (isStillUntranslated) {
            task.warn(
                    "Not translated to " + assignment.target() + ": what came back is in " + after.englishName() + ".");
        }
        return isStillUntranslated;
    }

    /** Adds a warning about untranslated text, if any; false if there is too much of it. */
    private static boolean report(
            SessionTask task, Assignment assignment, TranslationCoverage coverage, String because) {
        if (coverage.isTooSmall()) {
            task.warn("Not translated to " + assignment.target() + ": " + because + " The text is in "
                    + assignment.main() + ".");
            return false;
        }
        if (coverage.isPartial()) {
            task.warn(coverage.counts() + " passages are not translated: " + because);
        } else if (!coverage.faults().isEmpty()) {
            task.warn("The translation has faults: " + because);
        }
        task.execution()
                .log(
                        LogLine.Level.INFO,
                        "Translated by " + assignment.translator().name());
        return true;
    }

    /** The names of speakers, event and room are never translated, wherever they are mentioned. */
    private static List<String> names(SessionFacts facts) {
        return Stream.of(SessionField.SPEAKERS, SessionField.EVENT, SessionField.ROOM)
                .flatMap(field -> facts.all(field).stream())
                .filter(name -> name.length() >= MIN_NAME_LENGTH)
                .toList();
    }

    private static String because(RepairBudget budget, TranslationCoverage coverage) {
        if (budget.failure() != null) {
            return String.valueOf(budget.failure().getMessage());
        }
        List<String> faults = coverage.faults();
        return "translations were not acceptable ("
                + (faults.isEmpty() ? "the markup was lost" : String.join("; ", faults)) + ").";
    }

    /** The translator and the languages of a translation. */
    private record Assignment(Translator translator, LanguageTag target, PartLanguages languages) {
        String main() {
            return languages.main().value();
        }

        Translation done(SessionNames before, SessionNames after) {
            Translation.Names names =
                    before.equals(after) ? null : new Translation.Names(before.title(), after.filename());
            return new Translation(target.value(), main(), translator.name(), names);
        }
    }
}
