package io.eventjobs.worker.session;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.execution.JobFailedException;
import io.eventjobs.worker.execution.JobWork;
import io.eventjobs.worker.session.document.DocumentParts;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.Translation;
import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.page.SessionPage;
import io.eventjobs.worker.session.slides.SlideDeck;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conference session: its page, its slides, what was said, to one Markdown document with assets and a ZIP. Without the page
 * there is no document; everything else that is missing is a warning in the document and in the results.
 */
public final class SessionWork implements JobWork {
    private final PageStep page;
    private final SlidesStep slides;
    private final TranscriptStep transcript;
    private final BundleStep bundle;

    public SessionWork(PageStep page, SlidesStep slides, TranscriptStep transcript, BundleStep bundle) {
        this.page = page;
        this.slides = slides;
        this.transcript = transcript;
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
        List<String> warnings = new Warnings(execution);
        try {
            PageStep.Found found = page.fetch(execution, request);
            warnings.addAll(found.page().warnings());
            return make(execution, request, found, warnings);
        } catch (IOException e) {
            throw new JobFailedException(
                    Failure.of(FailureCode.INTERNAL_ERROR, "The worker could not write its files."), e);
        }
    }

    private JobResults make(Execution execution, SessionParameters request, PageStep.Found found, List<String> warnings)
            throws IOException, InterruptedException {
        SessionPage content = found.page();
        SessionSheet sheet = SessionSheet.of(request, content, found.address());
        SlideDeck deck = slides.render(execution, sheet, warnings);
        Transcript spoken = transcript.find(execution, request, sheet, content, warnings);
        warnings.addAll(Translation.of(request).warnings(request));
        return bundle.make(execution, request, new Findings(sheet, content, deck, spoken), warnings);
    }

    /** Everything that was found for one session. */
    record Findings(SessionSheet sheet, SessionPage page, SlideDeck deck, @Nullable Transcript transcript) {
        DocumentParts parts(String slideFolder) {
            return new DocumentParts(sheet, page, deck, slideFolder, transcript);
        }
    }

    /** Warnings of the results, which also stand in the job's log as they come up. */
    private static final class Warnings extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        private final transient Execution execution;

        Warnings(Execution execution) {
            this.execution = execution;
        }

        @Override
        public boolean add(String warning) {
            execution.log(LogLine.Level.WARNING, warning);
            return super.add(warning);
        }

        @Override
        public boolean addAll(Collection<? extends String> warnings) {
            warnings.forEach(this::add);
            return !warnings.isEmpty();
        }
    }
}
