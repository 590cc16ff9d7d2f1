package io.eventjobs.worker.session.fetch;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMetadata;
import io.eventjobs.http.BodyRefusedException;
import io.eventjobs.http.BodySink;
import io.eventjobs.http.FetchCode;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;

/** Reads files that a tenant uploaded as if they were fetched. A job sees only those of its own tenant. Thread-safe. */
final class UploadedFiles {
    private final ArtifactStore store;

    UploadedFiles(ArtifactStore store) {
        this.store = store;
    }

    FetchedResource fetch(FetchRequest request, UploadAddress upload, TenantId tenant, BodySink sink)
            throws FetchException, InterruptedException {
        String key = UploadAddress.key(tenant, upload.id());
        Optional<ObjectMetadata> facts = store.find(key);
        if (facts.isEmpty()) {
            throw new FetchException(FetchCode.HTTP_NOT_FOUND, "The uploaded file is no longer stored.");
        }
        long max = request.limits().maxDecodedBytes();
        if (facts.get().bytes() > max) {
            throw new FetchException(FetchCode.TOO_LARGE, "The uploaded file is larger than " + max + " bytes.");
        }
        try (InputStream content = store.open(key);
                OutputStream out = sink.open(request.target())) {
            long bytes = content.transferTo(out);
            URI address = URI.create(upload.toString());
            return new FetchedResource(
                    address, facts.get().contentType(), null, bytes, request.target(), null, null, true);
        } catch (BodyRefusedException e) {
            throw new FetchException(FetchCode.BODY_REFUSED, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            if (Thread.interrupted()) {
                throw new InterruptedException("while reading an uploaded file");
            }
            throw new ArtifactStoreException("The uploaded file could not be read completely", e);
        }
    }

    /** The source of such a file. */
    static Source source(FetchedResource file) throws IOException {
        return new Source(
                file.address().toString(),
                file.address(),
                Source.Origin.KEPT,
                file.contentType(),
                null,
                null,
                file.bytes(),
                Sha256.of(file.file()));
    }
}
