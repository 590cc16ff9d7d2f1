package io.eventjobs.model.job;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a job was asked to do, by its type. Validated by the gateway; a worker may rely on the shapes. */
public sealed interface JobParameters permits SessionParameters, SourceParameters, NoopParameters {
    JobType jobType();

    /** The conference, which jobs are listed and grouped by; null for none. */
    @Nullable String event();

    /** The track, which jobs are listed by; null for none. */
    @Nullable String track();

    /** What is fetched first, as given: an address of the web or {@code upload:ID}; null when nothing is fetched. */
    @Nullable String url();

    /** What the job may fetch, as given, by the names of the fields: addresses of the web and of uploads. */
    default Map<String, String> addresses() {
        String first = url();
        return first == null ? Map.of() : Map.of("url", first);
    }

    /** The uploaded files that the job names. */
    default Set<UploadId> uploads() {
        return addresses().values().stream()
                .flatMap(address -> UploadAddress.find(address).stream())
                .map(UploadAddress::id)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** BCP 47 tag of the document wanted; null of a job that makes none. */
    @Nullable String targetLanguage();

    /** The same job, wanted in another language; itself if it makes no document. */
    JobParameters withTargetLanguage(String language);

    /** The same job, with or without the use of finished steps. */
    JobParameters withUseCache(boolean use);
}
