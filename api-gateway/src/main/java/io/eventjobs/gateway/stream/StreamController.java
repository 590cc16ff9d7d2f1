package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.kafka.ReportPartitions;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Server-sent events of a job, of a batch and its jobs, and of everything. */
@RestController
@Tag(name = "Live updates")
class StreamController {
    private static final String HEADER = "Last-Event-ID";
    private static final String PARAMETER = "last_event_id";
    /** The clocks of gateways may differ by this much. */
    private static final Duration CLOCK_MARGIN = Duration.ofMinutes(1);

    private final JobQueries queries;
    private final EventFeed feed;
    private final EventStreams streams;
    private final ReportPartitions partitions;

    /** @param partitions those of the events are assigned in the same way, and are as many */
    StreamController(JobQueries queries, EventFeed feed, EventStreams streams, ReportPartitions partitions) {
        this.queries = queries;
        this.feed = feed;
        this.streams = streams;
        this.partitions = partitions;
    }

    @Operation(
            summary = "Follow a job: its events from the first one on, until it has finished",
            operationId = "streamJob")
    @LiveUpdates
    @GetMapping(path = "/api/jobs/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void job(Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Long last = lastEvent(request, Long::parseUnsignedLong);
        JobRecord job = queries.job(caller, id);
        long known = job.outbox().sequence();
        boolean over = job.status().isTerminal() && job.outbox().events().isEmpty();
        if (last != null && last >= known && job.status().isTerminal()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        String key = job.request().batch() == null
                ? job.id().value()
                : job.request().batch().value();
        streams.open(
                caller,
                new Selection.OfJob(
                        job.request().tenant(), job.id().value(), key, last == null ? 0 : last, known, over),
                since(key, job.request().createdAt()),
                request,
                response);
    }

    @Operation(
            summary = "Follow a batch and its jobs: their events from the first one on, until the batch has finished",
            operationId = "streamBatch")
    @LiveUpdates
    @GetMapping(path = "/api/jobs/batch/{id}/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void batch(Caller caller, @PathVariable String id, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        BatchPosition last = lastEvent(request, BatchPosition::parse);
        BatchRecord batch = queries.batch(caller, id);
        long known = batch.outbox().sequence();
        boolean over = batch.status().isTerminal() && batch.outbox().events().isEmpty();
        if (last != null && last.sequence() >= known && batch.status().isTerminal()) {
            response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        String key = batch.key().id().value();
        StreamStart start = last != null && last.partition() == partitions.of(key)
                ? StreamStart.at(last.partition(), last.next(), partitions.count())
                : since(key, batch.request().createdAt());
        streams.open(
                caller,
                new Selection.OfBatch(batch.key().tenant(), key, partitions.of(key), known, over),
                start,
                request,
                response);
    }

    @Operation(
            summary =
                    "Follow everything: the events of all jobs and batches from now on, or after the last one received",
            operationId = "streamEverything")
    @LiveUpdates
    @GetMapping(path = "/api/ops/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void everything(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Positions last = lastEvent(request, text -> Positions.parse(text, partitions.count()));
        Positions start = last == null ? feed.end().orElseThrow(StreamController::unavailable) : last;
        streams.open(caller, new Selection.Everything(start.copy()), StreamStart.at(start), request, response);
    }

    private StreamStart since(String key, Instant created) {
        return StreamStart.since(partitions.of(key), created.minus(CLOCK_MARGIN).toEpochMilli());
    }

    /** From the header, which browsers send when they reconnect, else from the parameter; null if there is none. */
    private static <T> @Nullable T lastEvent(HttpServletRequest request, Function<String, T> reader) {
        QueryParameters parameters = new QueryParameters(request);
        String parameter = parameters.text(PARAMETER);
        parameters.refuseIfWrong();
        String header = request.getHeader(HEADER);
        String text = header == null || header.isBlank() ? parameter : header.strip();
        try {
            return text == null ? null : reader.apply(text);
        } catch (IllegalArgumentException e) {
            String name = text.equals(parameter) ? PARAMETER : HEADER;
            String message = "must be the id of an event of this stream";
            throw new ApiException(
                    ErrorCode.INVALID_PARAMETER, name + ": " + message, List.of(new FieldFault(name, message)));
        }
    }

    private static ApiException unavailable() {
        return new ApiException(ErrorCode.STORE_UNAVAILABLE, ErrorCode.STORE_UNAVAILABLE.meaning());
    }
}
