package io.eventjobs.worker.session;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
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
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import io.eventjobs.worker.work.JobWork;
import java.io.IOException;
import java.util.List;

/**
 * Turns a conference session (its page, slides and transcript) into one Markdown document with assets and a ZIP. Without the page
 * there is no document; any other missing part is a warning in the document and in the results. Steps that an earlier
 * execution finished are not repeated.
 */
public final class SessionWork implements JobWork {
    private final CheckpointStore checkpoints;
    private final PageStep page;
    private final SlidesStep slides;
    private final TranscriptStep transcript;
    private final CompositionStep composition;
    private final BundleStep bundle;

    public SessionWork(
            CheckpointStore checkpoints,
            PageStep page,
            SlidesStep slides,
            TranscriptStep transcript,
            CompositionStep composition,
            BundleStep bundle) {
        this.checkpoints = checkpoints;
        this.page = page;
        this.slides = slides;
        this.transcript = transcript;
        this.composition = composition;
        this.bundle = bundle;
    }

    @Override
    public JobType type() {
        return JobType.SESSION;
    }

    @Override
    public JobResults perform(Execution execution) throws JobFailedException, InterruptedException {
        if (!(execution.command().parameters() instanceof SessionParameters request)) {
            throw JobFailedException.of(FailureCode.INVALID_COMMAND, "The command is not for a session.");
        }
        return perform(execution, request);
    }

    /** Processes the parts of the session that jobs of this type need. */
    JobResults perform(Execution execution, SessionParameters request) throws JobFailedException, InterruptedException {
        SessionTask task = SessionTask.of(execution, request, checkpoints.of(execution, request.useCache()));
        try {
            return perform(task);
        } catch (IOException e) {
            throw new JobFailedException(
                    Failure.of(FailureCode.INTERNAL_ERROR, "The worker could not write its files."), e);
        }
    }

    private JobResults perform(SessionTask task) throws JobFailedException, IOException, InterruptedException {
        DocumentTemplate template = composition.template(task);
        PageStep.Found found = task.scope().page() ? page.fetch(task) : PageStep.Found.nothing(task.request());
        task.warnings().addAll(found.page().warnings());
        SessionFacts facts = SessionFacts.of(task.request(), found.page(), found.address());
        List<SourceDocument> decks =
                task.scope().slides() && template.uses(SourcePart.SLIDES) ? slides.render(task, facts) : List.of();
        Transcript spoken = task.scope().transcript() && template.uses(SourcePart.TRANSCRIPT)
                ? transcript.find(task, facts, found.page(), template)
                : Transcript.NONE;
        task.scope().requireSource(decks, spoken, task.warnings().all());
        SessionFindings findings = new SessionFindings(
                facts,
                found.page(),
                found.pictures(),
                decks,
                spoken,
                Translation.none(task.request().sourceLanguage()),
                FilledTemplate.of(template));
        return bundle.make(task, composition.compose(task, findings));
    }
}
