package io.eventjobs.model.codec;

import io.eventjobs.model.event.EventType;
import io.eventjobs.model.event.PublicEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** One event of each type of version 1, matching the golden files in {@code events/v1/}. */
final class EventsOfVersion1 {
    private static final String JOB = "job-0194c1f0-7c3b-7000-8000-000000000001";
    private static final String BATCH = "fosdem-2026";
    private static final Instant TIME = Instant.parse("2026-02-01T09:30:00.123Z");

    private EventsOfVersion1() {}

    static Stream<PublicEvent> all() {
        return Arrays.stream(EventType.values()).map(EventsOfVersion1::of);
    }

    static PublicEvent of(EventType type) {
        return switch (type) {
            case JOB_CREATED -> job(type, 1, "pending", "queued", 0, Map.of());
            case JOB_QUEUED -> job(type, 2, "pending", "queued", 0, Map.of());
            case JOB_STARTED -> job(type, 3, "processing", "queued", 0, Map.of("worker_id", "worker-1"));
            case JOB_PROGRESSED -> job(type, 4, "processing", "rendering_slides", 41, Map.of());
            case JOB_RETRYING ->
                job(
                        type,
                        5,
                        "pending",
                        "queued",
                        0,
                        facts(
                                "error_code",
                                "HTTP_THROTTLED",
                                "error_message",
                                "The host asks to wait 30 s",
                                "not_before",
                                "2026-02-01T09:30:30.123Z"));
            case JOB_COMPLETED ->
                job(
                        type,
                        12,
                        "completed",
                        "completed",
                        100,
                        facts(
                                "markdown_file",
                                "/" + JOB + "/FOSDEM 2026/en/Keynotes/closing.md",
                                "archive_file",
                                "/" + JOB + "/closing.zip",
                                "asset_count",
                                12,
                                "warning_count",
                                1));
            case JOB_FAILED ->
                job(
                        type,
                        7,
                        "failed",
                        "fetching_page",
                        5,
                        facts("error_code", "HTTP_NOT_FOUND", "error_message", "The page does not exist (404)."));
            case JOB_CANCELLED -> job(type, 6, "cancelled", "transcribing", 50, Map.of());
            case JOB_RESTARTED -> job(type, 8, "pending", "queued", 0, Map.of());
            case JOB_DELETED -> job(type, 13, "completed", "completed", 100, Map.of());
            case BATCH_CREATED -> batch(type, 1, "pending", true, 0, 0, 0);
            case BATCH_PAUSED -> batch(type, 2, "processing", false, 3, 1, 0);
            case BATCH_RESUMED -> batch(type, 3, "processing", true, 3, 1, 0);
            case BATCH_COMPLETED -> batch(type, 4, "completed", true, 9, 1, 0);
            case BATCH_FAILED -> batch(type, 4, "failed", true, 0, 8, 2);
            case BATCH_CANCELLED -> batch(type, 4, "cancelled", true, 0, 0, 10);
            case BATCH_REOPENED -> batch(type, 5, "processing", true, 9, 0, 0);
            case BATCH_DELETED -> batch(type, 6, "completed", true, 10, 0, 0);
        };
    }

    private static PublicEvent job(
            EventType type, long sequence, String status, String step, int percent, Map<String, Object> more) {
        Map<String, Object> data = facts(
                "job_id",
                JOB,
                "job_type",
                "session",
                "job_name",
                "Closing FOSDEM",
                "batch_id",
                BATCH,
                "event",
                "FOSDEM 2026",
                "status",
                status,
                "run",
                1,
                "attempt",
                2,
                "step",
                step,
                "percent",
                percent);
        data.putAll(more);
        return PublicEvent.of(type, JOB, sequence, TIME, data);
    }

    private static PublicEvent batch(
            EventType type, long sequence, String status, boolean active, int completed, int failed, int cancelled) {
        Map<String, Object> data = facts(
                "batch_id",
                BATCH,
                "batch_name",
                "FOSDEM 2026, Größe",
                "status",
                status,
                "active",
                active,
                "job_count",
                10,
                "completed_count",
                completed,
                "failed_count",
                failed,
                "cancelled_count",
                cancelled);
        return PublicEvent.of(type, BATCH, sequence, TIME, data);
    }

    private static Map<String, Object> facts(Object... namesAndValues) {
        Map<String, Object> facts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return facts;
    }
}
