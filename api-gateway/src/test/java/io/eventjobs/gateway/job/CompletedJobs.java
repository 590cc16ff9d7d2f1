package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Effort;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.protocol.Report;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Jobs that made something. */
public final class CompletedJobs {
    public static final StoredFile MARKDOWN =
            new StoredFile("FOSDEM 2025/closing.md", "text/markdown", 11, "a".repeat(64));
    public static final StoredFile ARCHIVE = new StoredFile("closing.zip", "application/zip", 20, "b".repeat(64));
    public static final StoredFile SLIDE = new StoredFile("assets/Folie 1+ü.png", "image/png", 5, "c".repeat(64));
    public static final Effort EFFORT = new Effort(
            List.of(
                    new Effort.StepTime(ProgressStep.FETCHING_PAGE, 120),
                    new Effort.StepTime(ProgressStep.TRANSLATING, 4_500)),
            List.of(
                    ModelUsage.ofText("translation", "small", 900, 1_000, new BigDecimal("0.0123")),
                    ModelUsage.reused("transcription", "speech")));

    private CompletedJobs() {}

    /** A document, an archive and a slide. */
    public static JobResults results() {
        return new JobResults(
                MARKDOWN, ARCHIVE, List.of(SLIDE), Map.of("title", "Closing"), List.of("The video was not fetched."));
    }

    /** A job of its own whose execution {@code x1} made {@link #results()} with {@link #EFFORT}. */
    public static JobRecord withResults() {
        return completed(Jobs.processing(), results());
    }

    /** The job as its execution {@code x1} completed it. */
    public static JobRecord completed(JobRecord running, JobResults results) {
        Report.Execution of = Jobs.claimOf(running, "x1");
        JobRecord done = JobLifecycle.completed(running, of, results, Jobs.NOW.plusSeconds(60))
                .orElseThrow();
        return JobLifecycle.withEffort(done, new Report.Completed(of, results, List.of(), EFFORT));
    }
}
