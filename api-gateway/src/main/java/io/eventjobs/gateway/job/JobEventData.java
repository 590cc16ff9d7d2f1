package io.eventjobs.gateway.job;

import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The data of a job's events: selected facts, never the whole record or anything for operators only. */
final class JobEventData {
    private JobEventData() {}

    static Map<String, Object> of(JobRecord job, Map<String, Object> more) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("job_id", job.id().value());
        data.put("job_type", job.request().parameters().jobType().word());
        data.put("job_name", job.request().name());
        putIfKnown(
                data,
                "batch_id",
                job.request().batch() == null ? null : job.request().batch().value());
        putIfKnown(data, "event", job.request().event());
        data.put("status", job.status().publicWord());
        data.put("run", job.state().budget().run());
        data.put("attempt", job.state().budget().attempt());
        data.put("step", job.state().progress().step().word());
        data.put("percent", job.state().progress().percent());
        data.putAll(more);
        return data;
    }

    static Map<String, Object> failure(Failure failure) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("error_code", failure.code().name());
        data.put("error_message", failure.message());
        return data;
    }

    static Map<String, Object> retrying(@Nullable Failure failure, Instant notBefore) {
        Map<String, Object> data = failure == null ? new LinkedHashMap<>() : failure(failure);
        data.put("not_before", notBefore.toString());
        return data;
    }

    static Map<String, Object> results(JobRecord job, JobResults results) {
        Map<String, Object> data = new LinkedHashMap<>();
        putIfKnown(data, "markdown_file", address(job, results.markdown()));
        putIfKnown(data, "archive_file", address(job, results.archive()));
        data.put("asset_count", results.assets().size());
        data.put("warning_count", results.warnings().size());
        return data;
    }

    private static @Nullable String address(JobRecord job, @Nullable StoredFile file) {
        return file == null ? null : "/" + job.id() + "/" + file.path();
    }

    private static void putIfKnown(Map<String, Object> data, String key, @Nullable Object value) {
        if (value != null) {
            data.put(key, value);
        }
    }
}
