package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.JobRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Drafts a batch with the same jobs as another one in another language. The original batch stays unchanged. */
@Component
class LanguageChange {
    private static final int JOBS_AT_ONCE = 500;
    private static final int MAX_NAME_LENGTH = 500;

    private final JobRecords jobs;

    LanguageChange(JobRecords jobs) {
        this.jobs = jobs;
    }

    /** The draft; without jobs if all jobs already have that language. */
    BatchDraft of(BatchRecord batch, String language) {
        List<JobDraft> drafts = new ArrayList<>();
        List<JobRecord> some = after(batch, -1);
        while (!some.isEmpty()) {
            some.forEach(job -> changed(job, language).ifPresent(drafts::add));
            some = after(batch, some.getLast().request().batchIndex());
        }
        return new BatchDraft(
                null,
                name(batch.request().name(), language),
                drafts,
                batch.request().priority(),
                batch.request().maxParallel(),
                null,
                List.of());
    }

    private static Optional<JobDraft> changed(JobRecord job, String language) {
        return Optional.ofNullable(job.request().parameters().targetLanguage())
                .filter(now -> !now.equalsIgnoreCase(language))
                .map(now -> new JobDraft(
                        job.request().name(),
                        job.request().parameters().withTargetLanguage(language),
                        job.request().priority(),
                        null,
                        null,
                        List.of()));
    }

    private List<JobRecord> after(BatchRecord batch, int index) {
        return jobs.ofBatchAfter(batch.key(), index, JOBS_AT_ONCE);
    }

    private static String name(String name, String language) {
        String end = " (" + language + ")";
        int room = MAX_NAME_LENGTH - end.length();
        return (name.length() <= room ? name : name.substring(0, room)) + end;
    }
}
