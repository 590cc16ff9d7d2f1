package io.eventjobs.worker.session;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.SourcePart;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.checkpoint.CheckpointStore;
import io.eventjobs.worker.session.document.DocumentParts;
import io.eventjobs.worker.session.document.FilledTemplate;
import io.eventjobs.worker.session.document.SessionDocument;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A conference session: its page, its slides, what was said, to one Markdown document with assets and a ZIP. Without the page
 * there is no document; everything else that is missing is a warning in the document and in the results. What an earlier
 * execution finished of it is not done again.
 */
public final class SessionWork implements JobWork {
    private final CheckpointStore checkpoints;
    private final PageStep page;
    private final SlidesStep slides;
    private final TranscriptStep transcript;
    private final WordingStep wording;
    private final BundleStep bundle;

    public SessionWork(
            CheckpointStore checkpoints,
            PageStep page,
            SlidesStep slides,
            TranscriptStep transcript,
            WordingStep wording,
            BundleStep bundle) {
        this.checkpoints = checkpoints;
        this.page = page;
        this.slides = slides;
        this.transcript = transcript;
        this.wording = wording;
        this.bundle = bundle;
    }

    @Override
    public JobType type() {
        return JobType.SESSION;
    }

    @Override
    public JobResults perform(Execution execution) throws JobFailedException, InterruptedException {
        if (!(execution.command().parameters() instanceof SessionParameters request)) {
            throw JobFailedException.of(FailureCode.INVALID_COMMAND, "The command is not one for a session.");
        }
        return perform(execution, request);
    }

    /** Does as much of the session as jobs of this type are about. */
    JobResults perform(Execution execution, SessionParameters request) throws JobFailedException, InterruptedException {
        SessionTask task = new SessionTask(
                execution,
                request,
                checkpoints.of(execution, request.useCache()),
                new Warnings(execution),
                execution.account().models(),
                new ArrayList<>());
        try {
            return perform(task);
        } catch (IOException e) {
            throw new JobFailedException(
                    Failure.of(FailureCode.INTERNAL_ERROR, "The worker could not write its files."), e);
        }
    }

    private JobResults perform(SessionTask task) throws JobFailedException, IOException, InterruptedException {
        DocumentTemplate template = wording.template(task);
        PageStep.Found found = task.scope().page() ? page.fetch(task) : PageStep.Found.nothing(task.request());
        SessionPage content = found.page();
        task.warnings().addAll(content.warnings());
        SessionSheet sheet = SessionSheet.of(task.request(), content, found.address());
        List<SourceDocument> decks =
                task.scope().slides() && template.uses(SourcePart.SLIDES) ? slides.render(task, sheet) : List.of();
        Transcript spoken = task.scope().transcript() && template.uses(SourcePart.TRANSCRIPT)
                ? transcript.find(task, sheet, content)
                : Transcript.NONE;
        task.scope().requireWhatItIsAbout(decks, spoken, task.warnings());
        Translation none = Translation.none(task.request().sourceLanguage());
        FilledTemplate unfilled = FilledTemplate.of(template);
        return bundle.make(task, wording.word(task, new Findings(sheet, content, decks, spoken, none, unfilled)));
    }

    /** Everything that was found for one session. */
    record Findings(
            SessionSheet sheet,
            SessionPage page,
            List<SourceDocument> decks,
            Transcript transcript,
            Translation translation,
            FilledTemplate filled) {
        DocumentParts parts(String slideFolder) {
            return new DocumentParts(sheet, page, decks, slideFolder, transcript, translation, filled);
        }

        /** What the page is about, as Markdown; empty if it does not say. */
        String content() {
            return SessionDocument.content(page);
        }

        /** The same, as written in this language. */
        Findings in(Translation other) {
            return new Findings(sheet, page, decks, transcript, other, filled);
        }

        /** The same, written in this way. */
        Findings by(FilledTemplate way) {
            return new Findings(sheet, page, decks, transcript, translation, way);
        }

        /** Without texts that are not shown, so that nobody works on them. */
        Findings shown() {
            return new Findings(
                    sheet,
                    showsContent() ? page : page.withoutContent(),
                    filled.showsAttachments() ? decks : List.of(),
                    showsTranscript() ? transcript : chaptersShown(),
                    translation,
                    filled);
        }

        /** With the texts that are not shown, as they were found. */
        Findings with(Findings found) {
            return new Findings(
                    sheet,
                    showsContent() ? page : found.page,
                    filled.showsAttachments() ? decks : found.decks,
                    showsTranscript() ? transcript : found.transcript.withChapters(chaptersOf(found)),
                    translation,
                    filled);
        }

        private boolean showsContent() {
            return filled.shows("content");
        }

        private Transcript chaptersShown() {
            return showsChapters() ? transcript.withoutPassages() : Transcript.NONE;
        }

        private Chapters chaptersOf(Findings found) {
            return showsChapters() ? transcript.chapters() : found.transcript.chapters();
        }

        private boolean showsChapters() {
            return filled.shows("chapters") || filled.shows("chapter_list");
        }

        private boolean showsTranscript() {
            return filled.shows("transcript") || filled.shows("passages");
        }

        /** The same, as written in this language, where it has this title. */
        Findings in(Translation other, String title) {
            SessionSheet titled = title.equals(sheet.title()) ? sheet : sheet.titled(title);
            return new Findings(titled, page, decks, transcript, other, filled);
        }

        int slides() {
            return decks.stream()
                    .mapToInt(deck -> deck.content().slides().size())
                    .sum();
        }
    }
}
