package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** No query without an index: checks all queries that the gateway sent while the tests ran, since this class runs last. */
@Order(Integer.MAX_VALUE)
@ExtendWith(SystemUnderTest.class)
class QueryShapesIT {
    private static final List<String> LISTS = List.of(
            "/api/event-job/jobs",
            "/api/event-job/jobs?status=pending",
            "/api/event-job/jobs?status=completed&event=E",
            "/api/event-job/jobs?event=E&track=T",
            "/api/event-job/jobs?track=T",
            "/api/event-job/jobs?q=any",
            "/api/event-job/jobs?batch_id=%s",
            "/api/event-job/jobs?created_after=2026-01-01T00:00:00Z",
            "/api/event-job/jobs?total=true&event=E",
            "/api/event-job/jobs?total=true&status=failed&track=T&batch_id=%s",
            "/api/event-job/jobs?limit=1&cursor=MToxMDpiYXRjaC94",
            "/api/event-job/batches",
            "/api/event-job/batches?status=completed",
            "/api/event-job/batches?event=E",
            "/api/event-job/batches?archived=false&active=true",
            "/api/event-job/batches?total=true",
            "/api/event-job/batches?limit=1&cursor=MToxMDpiYXRjaC94",
            "/api/event-job/batches/%s",
            "/api/event-job/batches/%s/jobs",
            "/api/event-job/batches/%s/jobs?status=completed",
            "/api/event-job/batches/%s/archive",
            "/api/event-job/events",
            "/api/ops/dead-letters",
            "/api/ops/dead-letters?code=EMPTY_PAGE&worker=w&batch_id=b&failed_after=2026-01-01T00:00:00Z",
            "/api/ops/dead-letters?topic=reports&limit=1&cursor=MToxMDpiYXRjaC94",
            "/api/ops/replays",
            "/api/ops/queue",
            "/api/ops/audit");

    @Test
    void everyQueryHasAnIndex(Gateway gateway, TestSite site) {
        String batch = aBatch(gateway, site);
        gateway.awaitBatch(batch, "completed");
        for (String list : LISTS) {
            assertThat(gateway.get(list.formatted(batch)).statusCode()).as(list).isEqualTo(200);
        }
        String job = gateway.batch(batch).path("jobs").get(0).path("job_id").asString();
        for (String part : List.of("", "/logs", "/events", "/download-archive")) {
            assertThat(gateway.get("/api/event-job/jobs/" + job + part).statusCode())
                    .isEqualTo(200);
        }
        gateway.post("/api/event-job/" + job + "/restart", "");
        gateway.post("/api/event-job/batches/fail-all", "{\"batch_id\":\"" + batch + "\",\"reason\":\"Enough\"}");

        assertThat(QueryShapes.OF_THE_GATEWAY.sent())
                .extracting(shape -> shape.command() + " " + shape.collection())
                .contains(
                        "find jobs",
                        "update jobs",
                        "aggregate jobs",
                        "find batches",
                        "update batches",
                        "find job_logs");
        assertThat(QueryShapes.OF_THE_GATEWAY.withoutIndex()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "find | {find: 'jobs', filter: {}} | false",
                "find | {find: 'jobs', filter: {name: 'x'}} | false",
                "find | {find: 'jobs', filter: {tenant: 't'}, sort: {name: 1}} | false",
                "find | {find: 'jobs', filter: {tenant: {$ne: 't'}, name: 'x'}, sort: {created_at: 1}} | false",
                "find | {find: 'unknown', filter: {tenant: 't'}} | false",
                "update | {update: 'jobs', updates: [{q: {version: 1}}]} | false",
                "aggregate | {aggregate: 'jobs', pipeline: [{$group: {_id: '$event'}}]} | false",
                "delete | {delete: 'batches', deletes: [{q: {name: 'x'}}]} | false",
                "find | {find: 'unknown', filter: {}, sort: {_id: 1}} | false",
                "find | {find: 'unknown', filter: {_id: {$gt: 'x'}}, sort: {name: 1}} | false",
                "find | {find: 'jobs', filter: {_id: 'x'}} | true",
                "find | {find: 'unknown', filter: {_id: {$gt: 'x'}}, sort: {_id: 1}} | true",
                "find | {find: 'jobs', filter: {tenant: 't', name: /x/}, sort: {created_at: -1, _id: -1}} | true",
                "find | {find: 'jobs', filter: {batch: 'b', status: {$in: ['x']}}, sort: {batch_index: 1}} | true",
                "findAndModify | {findAndModify: 'batches', query: {idempotency_key: 'k'}} | true",
                "aggregate | {aggregate: 'jobs', pipeline: [{$match: {batch: 'b'}}]} | true",
            })
    void aShapeIsIndexedIfTheFirstFieldsOfAnIndexFindAndOrder(String name, String command, boolean indexed) {
        Stream<QueryShapes.Shape> shapes = QueryShapes.shapes(name, BsonDocument.parse(command)).stream();

        assertThat(shapes).allMatch(shape -> shape.isIndexed() == indexed).hasSize(1);
    }

    private static String aBatch(Gateway gateway, TestSite site) {
        String body = "{\"batch_name\":\"Shapes\",\"batch_id\":\"shapes-%s\",\"jobs\":[%s]}"
                .formatted(UUID.randomUUID(), Gateway.job("Shapes", site.address("/shapes")));
        JsonNode data = Gateway.data(
                gateway.send(
                        "POST",
                        "/api/event-job/batches",
                        body,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                201);
        return data.path("batch_id").asString();
    }
}
