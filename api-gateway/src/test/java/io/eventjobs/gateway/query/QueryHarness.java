package io.eventjobs.gateway.query;

import io.eventjobs.gateway.HttpApi;
import io.eventjobs.gateway.batch.BatchLifecycle;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.batch.BatchRequest;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.Records;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.Priority;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The query endpoints over records in memory. */
final class QueryHarness implements AutoCloseable {
    final Records records;
    final HttpApi api;

    QueryHarness() throws InterruptedException {
        records = Records.empty();
        api = HttpApi.of(
                new QueryController(Queries.of(records), records.logs(), records.events(), Queries.tenants(records)));
    }

    /** The ids of a list, page by page, following its cursors. */
    List<List<String>> pages(String path, int limit, String list, String id) {
        List<List<String>> pages = new ArrayList<>();
        String cursor = "";
        do {
            HttpApi.Answer page = api.read(path + "?limit=" + limit + cursor);
            pages.add(page.at("/data/" + list).values().stream()
                    .map(row -> row.path(id).asString())
                    .toList());
            JsonNode next = page.at("/data/next_cursor");
            cursor = next.isNull() ? "" : "&cursor=" + next.asString();
        } while (!cursor.isEmpty() && pages.size() < 10);
        return pages;
    }

    BatchRecord batch(String id) {
        BatchRequest request = new BatchRequest("All talks", 3, null, Priority.NORMAL, "FOSDEM 2025", Jobs.NOW, null);
        BatchRecord creating = BatchLifecycle.creating(new BatchKey(Jobs.TENANT, new BatchId(id)), request);
        records.batches().insert(creating);
        return records.batches()
                .store(creating, BatchLifecycle.accepted(creating, Jobs.NOW))
                .orElseThrow();
    }

    JobRecord stored(JobRecord job) {
        records.jobs().insert(job);
        return job;
    }

    @Override
    public void close() {
        records.close();
    }
}
