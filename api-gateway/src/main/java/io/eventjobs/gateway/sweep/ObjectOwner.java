package io.eventjobs.gateway.sweep;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The owner of an object, derived from its key. */
sealed interface ObjectOwner {
    /** An execution. */
    record OfExecution(JobId job, long token, ExecutionId execution) implements ObjectOwner {}

    /** An input submitted with a job. */
    record OfInput(JobId job) implements ObjectOwner {}

    /** A checkpoint of a tenant. */
    record OfCheckpoint(String tenant) implements ObjectOwner {}

    /** Not created by this system: never deleted. */
    record Unknown() implements ObjectOwner {}

    static ObjectOwner of(String key) {
        Matcher execution = Keys.EXECUTION.matcher(key);
        if (execution.matches()) {
            return new OfExecution(
                    new JobId(execution.group(1)),
                    Long.parseLong(execution.group(2)),
                    new ExecutionId(execution.group(3)));
        }
        Matcher input = Keys.INPUT.matcher(key);
        if (input.matches()) {
            return new OfInput(new JobId(input.group(1)));
        }
        Matcher checkpoint = Keys.CHECKPOINT.matcher(key);
        return checkpoint.matches() ? new OfCheckpoint(checkpoint.group(1)) : new Unknown();
    }

    /** The formats of keys. */
    final class Keys {
        private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}";
        private static final Pattern EXECUTION =
                Pattern.compile(NAME + "/jobs/(" + NAME + ")/x([0-9]{1,18})-(" + NAME + ")/.+");
        private static final Pattern INPUT = Pattern.compile(NAME + "/inputs/(" + NAME + ")/.+");
        private static final Pattern CHECKPOINT = Pattern.compile("(" + NAME + ")/checkpoints/.+");

        private Keys() {}
    }
}
