package io.eventjobs.gateway.submission;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.job.IdempotencyMark;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.FieldReader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.node.ObjectNode;

/** Accepts batches of sessions as the API describes them, for pages that make one from something else. Thread-safe. */
@Service
public class SessionBatches {
    private static final String PATH = "/api/event-job/batches";

    private final BatchReader reader;
    private final JobReader jobReader;
    private final BatchSubmission batches;
    private final Backlog backlog;

    SessionBatches(BatchReader reader, JobReader jobReader, BatchSubmission batches, Backlog backlog) {
        this.reader = reader;
        this.jobReader = jobReader;
        this.batches = batches;
        this.backlog = backlog;
    }

    /**
     * Stores a batch, or finds the one that the same request has created.
     *
     * @param key idempotency key, null for none
     * @throws io.eventjobs.gateway.error.ApiException with all faults of the body, or as a submission by the API
     */
    public BatchRecord submit(Caller caller, ObjectNode body, @Nullable String key) {
        BatchDraft draft = read(caller, body);
        Optional<IdempotencyMark> mark = Idempotency.mark(caller.tenant(), key, PATH, body);
        backlog.admit(caller.tenant(), draft.jobs().size());
        return batches.accept(caller.tenant(), draft, mark);
    }

    /** Checks a body and stores nothing. */
    public void check(Caller caller, ObjectNode body) {
        read(caller, body);
    }

    private BatchDraft read(Caller caller, ObjectNode body) {
        FieldReader.Faults faults = new FieldReader.Faults();
        BatchDraft draft = reader.read(body, caller.tenant(), jobReader::session, faults);
        faults.refuseIfAny();
        return draft;
    }
}
