package io.eventjobs.gateway.submission;

import static java.util.Objects.requireNonNullElse;
import static java.util.Objects.requireNonNullElseGet;

import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SourceParameters;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads jobs that convert a single address to a document: pages, documents, transcripts. */
final class SourceReader implements ParametersReader {
    private final JobType type;

    SourceReader(JobType type) {
        this.type = type;
    }

    @Override
    public JobType type() {
        return type;
    }

    @Override
    public Parameters read(FieldReader fields, Request request) {
        String url = FieldFormats.requiredSource(fields, "url");
        String title = fields.text("title", FieldFormats.MAX_NAME_LENGTH);
        String language = requireNonNullElse(FieldFormats.language(fields, "source_language"), "en");
        SourceParameters asked = new SourceParameters(
                type,
                url,
                fields.text("event", FieldFormats.MAX_NAME_LENGTH),
                fields.text("track", FieldFormats.MAX_NAME_LENGTH),
                title,
                requireNonNullElseGet(FieldFormats.fileName(fields, "filename"), () -> fileName(title, url)),
                language,
                requireNonNullElse(FieldFormats.language(fields, "target_language"), language),
                requireNonNullElse(fields.bool("use_cache"), request.useCache()));
        return new Parameters(requireNonNullElse(title, url), asked, null);
    }

    /** Derived from the title, else from the last segment of the address: {@code notes.md} for {@code https://example.com/a/notes.pdf}. */
    private String fileName(@Nullable String title, String url) {
        return SafeName.of(title == null ? lastPart(url) : title, type.word()) + ".md";
    }

    private static String lastPart(String url) {
        String address = url.split("[?#]", 2)[0].replaceFirst("(?<!/)/++$", "");
        String part = address.substring(address.lastIndexOf('/') + 1);
        boolean isHost = address.contains("//") && address.lastIndexOf('/') <= address.indexOf("//") + 1;
        return decoded(isHost ? part : part.replaceFirst("(?<=.)\\.[A-Za-z0-9]{1,5}$", ""));
    }

    private static String decoded(String part) {
        try {
            return requireNonNullElse(URI.create(part).getPath(), part);
        } catch (IllegalArgumentException e) {
            return part;
        }
    }
}
