package io.eventjobs.worker.work;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.worker.usage.UsageLedger;
import java.nio.file.Path;

/** What the work of a job is given: its command, a place to write, and someone to tell. Thread-safe. */
public interface Execution {
    JobCommand command();

    /** Where in the object store this execution writes. */
    ExecutionPrefix prefix();

    /** A folder of this execution's own, empty at first, deleted after it. */
    Path workFolder();

    /** What the work says that it read, and used of models; it stands in the manifest and in the job's record. */
    UsageLedger usage();

    /** A step begins: reported at once; the time limit of the step starts. */
    void begin(ProgressStep step, String message);

    /** Within the running step: {@code done} of {@code total}; reported with the next heartbeat. */
    void advance(int done, int total, String message);

    /** A line for the job's log, for a person to follow. */
    void log(LogLine.Level level, String message);
}
