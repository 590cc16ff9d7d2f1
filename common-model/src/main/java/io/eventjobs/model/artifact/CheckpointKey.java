package io.eventjobs.model.artifact;

import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the result of one finished step in the object store (docs/adr/0010). Everything of it stands in one folder: {@code
 * {tenant}/checkpoints/jobs/{job}/{step}/v{version}/{inputs}/} where only the same job may use it, {@code
 * {tenant}/checkpoints/shared/{step}/v{version}/{inputs}/} where every job of the tenant may.
 *
 * @param job the only job that may use it; null for every job of the tenant
 * @param inputs SHA-256 of all that the result follows from
 */
public record CheckpointKey(TenantId tenant, @Nullable JobId job, Step step, String inputs) {
    public CheckpointKey {
        if (!Sha256.isWellFormed(inputs)) {
            throw new IllegalArgumentException("inputs must be a SHA-256 in hexadecimal digits");
        }
    }

    /** The key of a result that only the job may use. */
    public static CheckpointKey ofJob(TenantId tenant, JobId job, Step step, List<String> inputs) {
        return new CheckpointKey(tenant, job, step, hash(inputs));
    }

    /** The key of a result that every job of the tenant may use. */
    public static CheckpointKey shared(TenantId tenant, Step step, List<String> inputs) {
        return new CheckpointKey(tenant, null, step, hash(inputs));
    }

    /** The prefix of everything that the steps of one job keep for it alone. */
    public static String jobPrefix(TenantId tenant, JobId job) {
        return tenantPrefix(tenant) + "jobs/" + job + "/";
    }

    /** The prefix of every checkpoint of a tenant. */
    public static String tenantPrefix(TenantId tenant) {
        return tenant + "/checkpoints/";
    }

    /** The key of the document, which is written last: where there is none, nothing is kept. */
    public String document() {
        return this + "checkpoint.json";
    }

    /** The key of a file of the result, named by its content: whoever writes there writes the same. */
    public String part(String sha256) {
        return this + "parts/" + sha256;
    }

    /** The folder of all of it. */
    @Override
    public String toString() {
        String scope = job == null ? tenantPrefix(tenant) + "shared/" : jobPrefix(tenant, job);
        return scope + step + "/" + inputs + "/";
    }

    /** Each with its length, so that no two lists are one text. */
    private static String hash(List<String> inputs) {
        StringBuilder all = new StringBuilder();
        inputs.forEach(input -> all.append(input.length()).append(':').append(input));
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A step whose results are kept.
     *
     * @param name of lower case letters
     * @param version from 1; another one for other results of the same inputs
     */
    public record Step(String name, int version) {
        private static final Pattern NAME = Pattern.compile("[a-z]{1,30}");

        public Step {
            if (!NAME.matcher(name).matches() || version < 1) {
                throw new IllegalArgumentException("no step: " + name + ", version " + version);
            }
        }

        @Override
        public String toString() {
            return name + "/v" + version;
        }
    }
}
