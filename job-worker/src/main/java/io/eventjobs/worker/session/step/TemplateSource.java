package io.eventjobs.worker.session.step;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.BuiltInTemplates;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateFile;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.io.InputStream;

/** Finds the template that a job was accepted with: a built-in one by name, any other by its hash in the object store. */
public final class TemplateSource {
    private final ArtifactStore store;

    public TemplateSource(ArtifactStore store) {
        this.store = store;
    }

    DocumentTemplate find(TenantId tenant, SessionParameters request) throws JobFailedException {
        String name = request.template();
        String hash = request.templateHash();
        if (hash == null) {
            return BuiltInTemplates.find(name)
                    .orElseThrow(() -> JobFailedException.of(
                            FailureCode.TEMPLATE_UNAVAILABLE, "This worker has no built-in template " + name + "."));
        }
        TemplateFile text = read(name, TemplateFile.key(tenant, hash));
        if (!text.hash().equals(hash)) {
            throw unavailable(name, "has changed since the job was accepted");
        }
        try {
            return text.read();
        } catch (InvalidTemplateException e) {
            throw unavailable(name, "cannot be used by this worker: " + e.getMessage());
        }
    }

    private TemplateFile read(String name, String key) throws JobFailedException {
        try (InputStream in = store.open(key)) {
            return new TemplateFile(name, in.readNBytes(TemplateFile.MAX_BYTES + 1));
        } catch (ObjectMissingException e) {
            throw unavailable(name, "is no longer in the object store");
        } catch (IOException e) {
            throw new ArtifactStoreException("The template " + name + " could not be read to its end", e);
        }
    }

    private static JobFailedException unavailable(String name, String why) {
        return JobFailedException.of(FailureCode.TEMPLATE_UNAVAILABLE, "The template " + name + " " + why + ".");
    }
}
