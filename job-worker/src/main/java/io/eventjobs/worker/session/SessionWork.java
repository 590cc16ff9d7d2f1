package io.eventjobs.worker.session;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.checkpoint.CheckpointStore;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.execution.JobFailedException;
import io.eventjobs.worker.execution.JobWork;
import io.eventjobs.worker.session.attachment.AttachedFile;
import io.eventjobs.worker.session.document.DocumentParts;
import io.eventjobs.worker.session.document.SessionDocument;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.page.SessionPage;
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
    private final TranslationStep translation;
    private final BundleStep bundle;

    public SessionWork(
            CheckpointStore checkpoints,
            PageStep page,
            SlidesStep slides,
            TranscriptStep transcript,
            TranslationStep translation,
            BundleStep bundle) {
        this.checkpoints = checkpoints;
        this.page = page;
        this.slides = slides;
        this.transcript = transcript;
        this.translation = translation;
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
        PageStep.Found found = task.scope().page() ? page.fetch(task) : PageStep.Found.nothing(task.request());
        SessionPage content = found.page();
        task.warnings().addAll(content.warnings());
        SessionSheet sheet = SessionSheet.of(task.request(), content, found.address());
        List<AttachedFile> decks = task.scope().slides() ? slides.render(task, sheet) : List.of();
        Transcript spoken = task.scope().transcript() ? transcript.find(task, sheet, content) : Transcript.NONE;
        task.scope().requireWhatItIsAbout(decks, spoken, task.warnings());
        Translation none = Translation.none(task.request().sourceLanguage());
        return bundle.make(task, translation.translate(task, new Findings(sheet, content, decks, spoken, none)));
    }

    /** Everything that was found for one session. */
    record Findings(
            SessionSheet sheet,
            SessionPage page,
            List<AttachedFile> decks,
            Transcript transcript,
            Translation translation) {
        DocumentParts parts(String slideFolder) {
            return new DocumentParts(sheet, page, decks, slideFolder, transcript, translation);
        }

        /** What the page is about, as Markdown; empty if it does not say. */
        String content() {
            return SessionDocument.content(page);
        }

        /** The same, as written in this language. */
        Findings in(Translation other) {
            return new Findings(sheet, page, decks, transcript, other);
        }

        /** The same, as written in this language, where it has this title. */
        Findings in(Translation other, String title) {
            SessionSheet titled = title.equals(sheet.title()) ? sheet : sheet.titled(title);
            return new Findings(titled, page, decks, transcript, other);
        }

        int slides() {
            return decks.stream()
                    .mapToInt(deck -> deck.attachment().slides().size())
                    .sum();
        }
    }
}
