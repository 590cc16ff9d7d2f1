package io.eventjobs.gateway.console.batch;

import io.eventjobs.gateway.audit.Audited;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchState;
import io.eventjobs.gateway.batchaction.BatchFlags;
import io.eventjobs.gateway.batchaction.BatchIntents;
import io.eventjobs.gateway.batchaction.BulkRestart;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.SeeOther;
import io.eventjobs.gateway.job.JobScope;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.JobStatus;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What the buttons of a batch do. */
@Controller
class BatchActionsController {
    private final JobQueries queries;
    private final BatchFlags flags;
    private final BatchIntents intents;
    private final BulkRestart restarts;

    BatchActionsController(JobQueries queries, BatchFlags flags, BatchIntents intents, BulkRestart restarts) {
        this.queries = queries;
        this.flags = flags;
        this.intents = intents;
        this.restarts = restarts;
    }

    @Audited("toggleBatchActive")
    @PostMapping("/batches/{id}/pause")
    String pause(Caller caller, @PathVariable String id, HttpServletResponse response) {
        flags.active(caller, id, false);
        return back(id, response);
    }

    @Audited("toggleBatchActive")
    @PostMapping("/batches/{id}/resume")
    String resume(Caller caller, @PathVariable String id, HttpServletResponse response) {
        flags.active(caller, id, true);
        return back(id, response);
    }

    @Audited("archiveBatch")
    @PostMapping("/batches/{id}/archive")
    String archive(Caller caller, @PathVariable String id, HttpServletResponse response) {
        flags.archived(caller, id, true);
        return back(id, response);
    }

    @Audited("unarchiveBatch")
    @PostMapping("/batches/{id}/unarchive")
    String unarchive(Caller caller, @PathVariable String id, HttpServletResponse response) {
        flags.archived(caller, id, false);
        return back(id, response);
    }

    @Audited("cancelBatch")
    @PostMapping("/batches/{id}/cancel")
    String cancel(Caller caller, @PathVariable String id, HttpServletResponse response) {
        BatchRecord batch = queries.batch(caller, id);
        intents.perform(batch.key(), BatchState.Action.CANCEL, "Cancelled with its batch");
        return back(id, response);
    }

    @Audited("restartBatch")
    @PostMapping("/batches/{id}/retry-failed")
    String retryFailed(Caller caller, @PathVariable String id, HttpServletResponse response) {
        BatchRecord batch = queries.batch(caller, id);
        restarts.restart(new JobScope.OfBatch(batch.key()), Set.of(JobStatus.FAILED), null);
        return back(id, response);
    }

    private static String back(String id, HttpServletResponse response) {
        return SeeOther.to(response, PageLink.to("/batches").part(id).address());
    }
}
