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
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.checkpoint.CheckpointStore;
import io.eventjobs.worker.session.document.FilledTemplate;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.step.BundleStep;
import io.eventjobs.worker.session.step.CompositionStep;
import io.eventjobs.worker.session.step.PageStep;
import io.eventjobs.worker.session.step.SlidesStep;
import io.eventjobs.worker.session.step.TranscriptStep;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.session.task.Warnings;
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
    private final CompositionStep wording;
    private final BundleStep bundle;

    public SessionWork(
            CheckpointStore checkpoints,
            PageStep page,
            SlidesStep slides,
            TranscriptStep transcript,
            CompositionStep wording,
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
                execution.usage().models(),
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
        SessionFacts sheet = SessionFacts.of(task.request(), content, found.address());
        List<SourceDocument> decks =
                task.scope().slides() && template.uses(SourcePart.SLIDES) ? slides.render(task, sheet) : List.of();
        Transcript spoken = task.scope().transcript() && template.uses(SourcePart.TRANSCRIPT)
                ? transcript.find(task, sheet, content)
                : Transcript.NONE;
        task.scope().requireWhatItIsAbout(decks, spoken, task.warnings());
        Translation none = Translation.none(task.request().sourceLanguage());
        FilledTemplate unfilled = FilledTemplate.of(template);
        return bundle.make(
                task, wording.word(task, new SessionFindings(sheet, content, decks, spoken, none, unfilled)));
    }
}
