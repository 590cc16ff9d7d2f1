package io.eventjobs.model.job;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The input of a job, by its type. Validated by the gateway: a worker may rely on it. */
public sealed interface JobParameters permits SessionParameters, SourceParameters, NoopParameters {
    JobType jobType();

    /** The conference by which jobs are listed and grouped; null for none. */
    @Nullable String event();

    /** The track by which jobs are listed; null for none. */
    @Nullable String track();

    /** The main source, as the client gave it: a URL or an {@link UploadAddress}; null if nothing is fetched. */
    @Nullable String url();

    /** All sources of the job, as the client gave them, by field name: URLs and upload addresses. */
    default Map<String, String> addresses() {
        String first = url();
        return first == null ? Map.of() : Map.of("url", first);
    }

    /** The uploaded files that the job refers to. */
    default Set<UploadId> uploads() {
        return addresses().values().stream()
                .flatMap(address -> UploadAddress.find(address).stream())
                .map(UploadAddress::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** BCP 47 tag of the document's language; null if the job produces no document. */
    @Nullable String targetLanguage();

    /** A copy for another target language; {@code this} if the job produces no document. */
    JobParameters withTargetLanguage(String language);

    /** A copy that uses checkpoints of earlier runs, or does not. */
    JobParameters withUseCache(boolean use);
}
