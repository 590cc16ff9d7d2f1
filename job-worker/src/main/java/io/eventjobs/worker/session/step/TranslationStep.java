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
 * Brings what was found into the language that is wanted. What is in it already stays as it is; what cannot be translated stays
 * too, and is said.
 */
public final class TranslationStep {
    /** Shorter names are too often words as well. */
    private static final int MIN_NAME_LENGTH = 3;

    private final @Nullable Translator translator;
    private final Glossaries glossaries;
    private final int repairs;
    private final LanguageDetection detection = new LanguageDetection();

    /**
     * @param translator null if none is configured
     * @param repairs most calls of a job that are made only because an answer could not be taken
     */
    public TranslationStep(@Nullable Translator translator, Glossaries glossaries, int repairs) {
        this.translator = translator;
        this.glossaries = glossaries;
        this.repairs = repairs;
    }

    SessionFindings translate(SessionTask task, SessionFindings findings) throws IOException, InterruptedException {
        LanguageTag target = new LanguageTag(task.request().targetLanguage());
        LanguageTag said = new LanguageTag(task.request().sourceLanguage());
        PartLanguages spoken = PartLanguages.of(findings, said, detection);
        LanguageTag main = spoken.main();
        if (!main.isSameLanguage(said)) {
            task.warn("The session is in " + main.englishName() + " (" + main + "), not in " + said.englishName()
                    + " as the request says.");
        }
        if (spoken.areAll(target)) {
            return findings.in(Translation.none(main.value()));
        }
        if (translator == null) {
            task.warn("Not translated to " + target + ": no translator is configured; the text is in " + main + ".");
            return findings.in(Translation.none(main.value()));
        }
        return translated(task, findings, new Wanted(translator, target, spoken));
    }

    private SessionFindings translated(SessionTask task, SessionFindings findings, Wanted wanted)
            throws IOException, InterruptedException {
        Execution execution = task.execution();
        execution.begin(
                ProgressStep.TRANSLATING, "Translating to " + wanted.target().englishName());
        RepairBudget patience = new RepairBudget(repairs);
        TranslationCoverage share = new TranslationCoverage();
        TextTranslation texts = new TextTranslation(
                wanted.translator(),
                task.checkpoints(),
                task.usages(),
                patience,
                (done, total) -> execution.advance(done, total, "Translated " + done + " of " + total + " portions"));
        Terms terms = glossaries
                .find(execution.command().tenant(), task.request().event(), task::warn)
                .in(wanted.target(), names(findings.sheet()));
        FindingsTranslator translation = new FindingsTranslator(
                language -> new PartTranslation(texts, new LanguagePair(language, wanted.target()), terms, share),
                wanted.target(),
                wanted.spoken());
        SessionFindings translated = translation.of(findings);
        SessionNames names = SessionNames.of(task.request(), findings.sheet().title());
        SessionNames others = task.request().languages().withNames() ? translation.of(names) : names;
        if (!say(task, wanted, share, because(patience, share)) || isStillItself(task, wanted, translated)) {
            return findings.in(Translation.none(wanted.main()));
        }
        return translated.in(wanted.done(names, others), others.title());
    }

    /** Whether whoever translated only said in other words of the same language what was there; says so. */
    private boolean isStillItself(SessionTask task, Wanted wanted, SessionFindings translated) {
        LanguageTag before = wanted.spoken().main();
        LanguageTag after =
                PartLanguages.of(translated, wanted.target(), detection).main();
        boolean isStillItself = after.isSameLanguage(before) && !after.isSameLanguage(wanted.target());
        if (isStillItself) {
            task.warn("Not translated to " + wanted.target() + ": what came back is in " + after.englishName() + ".");
        }
        return isStillItself;
    }

    /** Says what is missing, if anything is; false if that is too much. */
    private static boolean say(SessionTask task, Wanted wanted, TranslationCoverage share, String because) {
        if (share.isTooSmall()) {
            task.warn(
                    "Not translated to " + wanted.target() + ": " + because + " The text is in " + wanted.main() + ".");
            return false;
        }
        if (share.isPartial()) {
            task.warn(share.counts() + " passages are not translated: " + because);
        } else if (!share.faults().isEmpty()) {
            task.warn("The translation is not all that was asked for: " + because);
        }
        task.execution()
                .log(LogLine.Level.INFO, "Translated by " + wanted.translator().name());
        return true;
    }

    /** Who speaks, where, and what it belongs to is never translated, wherever it is mentioned. */
    private static List<String> names(SessionFacts sheet) {
        return Stream.of(SessionField.SPEAKERS, SessionField.EVENT, SessionField.ROOM)
                .flatMap(field -> sheet.all(field).stream())
                .filter(name -> name.length() >= MIN_NAME_LENGTH)
                .toList();
    }

    private static String because(RepairBudget patience, TranslationCoverage share) {
        if (patience.end() != null) {
            return String.valueOf(patience.end().getMessage());
        }
        List<String> faults = share.faults();
        return "of answers, " + (faults.isEmpty() ? "the markup was lost" : String.join("; ", faults)) + ".";
    }

    /** What is to be done by whom. */
    private record Wanted(Translator translator, LanguageTag target, PartLanguages spoken) {
        String main() {
            return spoken.main().value();
        }

        Translation done(SessionNames before, SessionNames after) {
            Translation.Names names =
                    before.equals(after) ? null : new Translation.Names(before.title(), after.filename());
            return new Translation(target.value(), main(), translator.name(), names);
        }
    }
}
