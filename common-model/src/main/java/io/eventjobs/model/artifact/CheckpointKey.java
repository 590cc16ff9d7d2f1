package io.eventjobs.model.artifact;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the result of a finished step is stored (ADR 0010). All objects of a checkpoint share one prefix: {@code
 * {tenant}/checkpoints/jobs/{job}/{step}/v{version}/{inputs}/} if only the same job may use it, {@code
 * {tenant}/checkpoints/shared/{step}/v{version}/{inputs}/} if every job of the tenant may.
 *
 * @param job the only job that may use it; null for every job of the tenant
 * @param inputs SHA-256 of everything that determines the result
 */
public record CheckpointKey(TenantId tenant, @Nullable JobId job, Step step, String inputs) {
    public CheckpointKey {
        if (!Sha256.isWellFormed(inputs)) {
            throw new IllegalArgumentException("inputs must be a SHA-256 of 64 hexadecimal digits, but is " + inputs);
        }
    }

    /** The key of a result that only this job may use. */
    public static CheckpointKey ofJob(TenantId tenant, JobId job, Step step, List<String> inputs) {
        return new CheckpointKey(tenant, job, step, hash(inputs));
    }

    /** The key of a result that every job of the tenant may use. */
    public static CheckpointKey shared(TenantId tenant, Step step, List<String> inputs) {
        return new CheckpointKey(tenant, null, step, hash(inputs));
    }

    /** The prefix of all checkpoints that only this job may use. */
    public static String jobPrefix(TenantId tenant, JobId job) {
        return tenantPrefix(tenant) + "jobs/" + job + "/";
    }

    /** The prefix of all checkpoints of a tenant. */
    public static String tenantPrefix(TenantId tenant) {
        return tenant + "/checkpoints/";
    }

    /** The key of the checkpoint's document. It is written last: without it there is no checkpoint. */
    public String document() {
        return this + "checkpoint.json";
    }

    /** The key of a file of the result. It is content-addressed: concurrent writers write the same bytes. */
    public String part(String sha256) {
        return this + "parts/" + sha256;
    }

    /** The key of the object that is there while an execution computes the result. */
    public String turn() {
        return this + "turn.json";
    }

    /** The common prefix of all objects of the checkpoint, with its trailing slash. */
    @Override
    public String toString() {
        String scope = job == null ? tenantPrefix(tenant) + "shared/" : jobPrefix(tenant, job);
        return scope + step + "/" + inputs + "/";
    }

    /** Each input is preceded by its length, so that different lists never have the same text. */
    private static String hash(List<String> inputs) {
        StringBuilder all = new StringBuilder();
        inputs.forEach(input -> all.append(input.length()).append(':').append(input));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A step whose results are stored as checkpoints.
     *
     * @param name 1 to 30 lower-case letters
     * @param version from 1; raised when the same inputs give another result
     */
    public record Step(String name, int version) {
        private static final Pattern NAME = Pattern.compile("[a-z]{1,30}");

        public Step {
            if (!NAME.matcher(name).matches() || version < 1) {
                throw new IllegalArgumentException(
                        "step must be 1 to 30 lower-case letters and a version from 1, but is " + name + "/v"
                                + version);
            }
        }

        @Override
        public String toString() {
            return name + "/v" + version;
        }
    }
}
