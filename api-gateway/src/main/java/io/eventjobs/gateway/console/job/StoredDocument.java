package io.eventjobs.gateway.console.job;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.model.job.StoredFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the document of a job for a page. Thread-safe. */
@Component
public class StoredDocument {
    /** What is longer is cut: nobody reads a preview of that length. */
    private static final int MAX_BYTES = 1 << 20;

    private static final String FILES = "/api/event-job/files";

    private final ArtifactStore store;
    private final MarkdownPreview preview = new MarkdownPreview();

    public StoredDocument(ArtifactStore store) {
        this.store = store;
    }

    /** The document in parts; no parts if there is none or the object store does not answer. */
    public Read of(JobRecord job) {
        Winner winner = job.outcome().winner();
        StoredFile file = winner == null ? null : winner.results().markdown();
        if (winner == null || file == null) {
            return new Read(List.of(), null);
        }
        String key = winner.prefix(job.request().tenant(), job.id()).key(file.path());
        try (InputStream content = store.open(key)) {
            String text = new String(content.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
            String root = PageLink.to(FILES).part(job.id().value()).address() + "/";
            List<String> folders = Arrays.stream(file.path().split("/"))
                    .limit(file.path().chars().filter(c -> c == '/').count())
                    .toList();
            String folder = folders.stream()
                    .map(part -> PageLink.to("").part(part).address().substring(1) + "/")
                    .collect(Collectors.joining());
            String cut = file.bytes() > MAX_BYTES ? "Only the beginning of the document is shown." : null;
            return new Read(preview.parts(text, root + folder, root), cut);
        } catch (ArtifactStoreException e) {
            return new Read(List.of(), "The object store does not answer, so the document cannot be shown.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param remark why not all is shown, null if all is */
    public record Read(List<DocumentPart> parts, @Nullable String remark) {}
}
