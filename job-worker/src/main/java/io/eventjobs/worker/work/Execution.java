package io.eventjobs.worker.work;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.usage.UsageLedger;
import java.nio.file.Path;

/** What the work of a job is given: its command, a folder, an object prefix, and ways to report progress. Thread-safe. */
public interface Execution {
    JobCommand command();

    /** The prefix in the object store that this execution writes to. */
    ExecutionPrefix prefix();

    /** A folder for this execution only, initially empty, deleted afterwards. */
    Path workFolder();

    /** Records the addresses read and models used; included in the manifest and in the job's record. */
    UsageLedger usage();

    /** Starts a step: reported at once; the step's time limit starts. */
    void begin(ProgressStep step, String message);

    /** Progress of the current step: {@code done} of {@code total}; reported with the next heartbeat. */
    void advance(int done, int total, String message);

    /** Adds a line to the job's log, for people. */
    void log(LogLine.Level level, String message);
}
