package io.eventjobs.gateway.submission;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.template.TemplatePublisher;
import io.eventjobs.gateway.upload.UploadClaims;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.webhook.SubmittedWebhooks;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.UploadAddress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.springframework.stereotype.Component;

/** Prepares what jobs depend on besides their record; must be done before they are stored. Thread-safe. */
@Component
class JobInputs {
    private final ArtifactStore store;
    private final UploadClaims uploads;
    private final TemplatePublisher templates;
    private final SubmittedWebhooks webhooks;

    JobInputs(ArtifactStore store, UploadClaims uploads, TemplatePublisher templates, SubmittedWebhooks webhooks) {
        this.store = store;
        this.uploads = uploads;
        this.templates = templates;
        this.webhooks = webhooks;
    }

    /**
     * Claims the uploaded files that these jobs refer to.
     *
     * @param prefix path of a job's fields in the body, by index
     * @throws io.eventjobs.gateway.error.ApiException with each field that refers to a file that the tenant does not have
     */
    void claim(TenantId tenant, List<JobDraft> drafts, IntFunction<String> prefix) {
        FieldReader.Faults faults = new FieldReader.Faults();
        Map<UploadAddress, Boolean> known = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            String path = prefix.apply(i);
            drafts.get(i).parameters().addresses().forEach((field, address) -> UploadAddress.find(address)
                    .filter(upload -> !known.computeIfAbsent(upload, asked -> uploads.claim(tenant, asked)))
                    .ifPresent(upload -> faults.add(path + field, "unknown upload: " + upload)));
        }
        faults.refuseIfAny();
    }

    /**
     * The parameters to be stored. Its webhook is stored first; a long transcript, and a template that is not built in, are put into the
     * object store, so that they exist when the job does.
     */
    JobParameters stored(TenantId tenant, JobId id, JobDraft draft) {
        if (draft.webhook() != null) {
            webhooks.ofJob(tenant, id, draft.webhook());
        }
        if (!(draft.parameters() instanceof SessionParameters session)) {
            return draft.parameters();
        }
        String template = session.templateHash();
        if (template != null) {
            templates.publish(tenant, template);
        }
        String text = draft.longTranscript();
        Optional<byte[]> transcript = text != null
                ? Optional.of(text.getBytes(StandardCharsets.UTF_8))
                : Optional.ofNullable(session.videoTranscriptKey()).flatMap(this::ofAnotherJob);
        String key = tenant + "/inputs/" + id + "/video_transcript.txt";
        transcript.ifPresent(bytes -> store.put(key, bytes, "text/plain; charset=utf-8"));
        return transcript.isPresent() ? session.withVideoTranscriptKey(key) : session;
    }

    /** Stores the webhook of a batch that is not visible yet. */
    void storeWebhook(BatchRecord batch, BatchDraft draft) {
        if (draft.webhook() != null) {
            webhooks.ofBatch(batch.key(), batch.request().createdAt(), draft.webhook());
        }
    }

    /** Copied, since the other job's transcript is deleted with that job; if it is gone already, the worker reports what is missing. */
    private Optional<byte[]> ofAnotherJob(String key) {
        try (InputStream content = store.open(key)) {
            return Optional.of(content.readAllBytes());
        } catch (ObjectMissingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new ArtifactStoreException("a transcript could not be read to its end", e);
        }
    }
}
