package io.eventjobs.gateway.security;

import io.eventjobs.gateway.key.Role;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The role that each route needs, in one place: those of the API and of the console. A route that is missing here is served to operators
 * only, and fails the build.
 */
public final class RouteRoles {
    private static final Map<String, Role> ROLES = new LinkedHashMap<>();

    static {
        needs(
                Role.VIEWER,
                "GET /api/event-job/jobs",
                "GET /api/event-job/jobs/{id}",
                "GET /api/event-job/jobs/{id}/logs",
                "GET /api/event-job/jobs/{id}/events",
                "GET /api/event-job/jobs/{id}/download-archive",
                "GET /api/event-job/batches",
                "GET /api/event-job/batches/{id}",
                "GET /api/event-job/batches/{id}/jobs",
                "GET /api/event-job/batches/{id}/archive",
                "GET /api/event-job/events",
                "GET /api/event-job/events/{event}/archive",
                "GET /api/event-job/files/{*path}",
                "GET /api/event-job/templates",
                "GET /api/event-job/templates/{name}",
                "GET /api/event-job/uploads/{id}",
                "GET /api/jobs/{id}",
                "GET /api/jobs/{id}/deliveries",
                "GET /api/jobs/{id}/download-archive",
                "GET /api/jobs/{id}/stream",
                "GET /api/jobs/batch/{id}",
                "GET /api/jobs/batch/{id}/deliveries",
                "GET /api/jobs/batch/{id}/stream",
                "GET /api/webhooks",
                "GET /api/webhooks/{name}",
                "GET /api/webhooks/deliveries");
        needs(
                Role.SUBMITTER,
                "POST /api/event-job/jobs",
                "DELETE /api/event-job/jobs/{id}",
                "POST /api/event-job/jobs/{id}/cancel",
                "POST /api/event-job/jobs/{id}/restart",
                "POST /api/event-job/{id}/restart",
                "POST /api/event-job/batches",
                "DELETE /api/event-job/batches/{id}",
                "POST /api/event-job/batches/{id}/archive",
                "POST /api/event-job/batches/{id}/unarchive",
                "POST /api/event-job/batches/{id}/cancel",
                "POST /api/event-job/batches/{id}/change-language",
                "POST /api/event-job/batches/{id}/restart",
                "POST /api/event-job/batches/{id}/toggle-active",
                "POST /api/event-job/batches/fail-all",
                "POST /api/event-job/events/{event}/restart",
                "PUT /api/event-job/templates/{name}",
                "DELETE /api/event-job/templates/{name}",
                "POST /api/event-job/uploads",
                "DELETE /api/event-job/uploads/{id}",
                "POST /api/jobs",
                "POST /api/jobs/{id}/cancel",
                "POST /api/jobs/{id}/restart",
                "POST /api/jobs/batch",
                "POST /api/jobs/batch/{id}/cancel",
                "PUT /api/webhooks/{name}",
                "DELETE /api/webhooks/{name}",
                "POST /api/webhooks/deliveries/{id}/redeliver");
        needs(
                Role.OPERATOR,
                "GET /api/ops/audit",
                "GET /api/ops/audit/export",
                "GET /api/ops/dead-letters",
                "GET /api/ops/dead-letters/{id}",
                "POST /api/ops/dead-letters/discard",
                "POST /api/ops/dead-letters/replay",
                "GET /api/ops/keys",
                "POST /api/ops/keys",
                "GET /api/ops/keys/{id}",
                "DELETE /api/ops/keys/{id}",
                "POST /api/ops/keys/{id}/rotate",
                "GET /api/ops/queue",
                "POST /api/ops/queue/pause",
                "POST /api/ops/queue/resume",
                "GET /api/ops/replays",
                "GET /api/ops/replays/{id}",
                "POST /api/ops/replays/{id}/cancel",
                "GET /api/ops/stream");
        console();
    }

    private RouteRoles() {}

    /**
     * The role that a route needs, if it has one.
     *
     * @param method HEAD needs what GET does
     * @param pattern of the path, as controllers declare it
     */
    public static Optional<Role> of(String method, String pattern) {
        return Optional.ofNullable(ROLES.get((method.equals("HEAD") ? "GET" : method) + " " + pattern));
    }

    /** All routes, as {@code METHOD PATTERN}. */
    static Map<String, Role> all() {
        return Map.copyOf(ROLES);
    }

    private static void console() {
        needs(
                Role.VIEWER,
                "GET /batches",
                "GET /batches/live",
                "GET /batches/{id}",
                "GET /batches/{id}/live",
                "GET /jobs/{id}",
                "GET /jobs/{id}/live",
                "GET /library",
                "GET /library/event",
                "GET /library/sessions/{id}",
                "POST /logout");
        needs(
                Role.SUBMITTER,
                "POST /batches/{id}/pause",
                "POST /batches/{id}/resume",
                "POST /batches/{id}/archive",
                "POST /batches/{id}/unarchive",
                "POST /batches/{id}/cancel",
                "POST /batches/{id}/retry-failed",
                "POST /jobs/{id}/restart",
                "POST /jobs/{id}/cancel",
                "GET /submit",
                "POST /submit",
                "POST /submit/preview",
                "POST /submit/file");
        needs(
                Role.OPERATOR,
                "GET /",
                "GET /overview/live",
                "GET /audit",
                "GET /dead-letters",
                "GET /dead-letters/{id}",
                "GET /dead-letters/replay",
                "POST /dead-letters/replay",
                "POST /dead-letters/discard",
                "POST /dead-letters/{id}/replay",
                "POST /dead-letters/{id}/discard",
                "GET /keys",
                "POST /keys",
                "POST /keys/{id}/rotate",
                "POST /keys/{id}/revoke",
                "POST /queue/pause",
                "POST /queue/resume",
                "GET /replays",
                "GET /replays/{id}",
                "GET /replays/{id}/live",
                "POST /replays/{id}/cancel",
                "GET /workers",
                "GET /workers/live");
    }

    private static void needs(Role role, String... routes) {
        for (String route : routes) {
            if (ROLES.put(route, role) != null) {
                throw new IllegalStateException(route + " has two roles");
            }
        }
    }
}
