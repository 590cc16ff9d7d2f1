package io.eventjobs.gateway.audit;

import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.QueryParameters;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The audit log for other systems: all of a time, however much it is, page by page from MongoDB. */
@RestController
@Tag(name = "Operators")
class AuditExportController {
    static final int PAGE = 500;

    private static final String LINES = "application/x-ndjson";

    private final AuditLog log;
    private final JsonMapper mapper;
    private final Clock clock;

    AuditExportController(AuditLog log, JsonMapper mapper, Clock clock) {
        this.log = log;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Operation(
            summary = "Export audit entries, oldest first",
            description =
                    "One JSON object on each line. What is done meanwhile is not part of it: the next export begins with"
                            + " `since` as this one's `until`.",
            operationId = "exportAudit")
    @Parameter(name = "since", description = "entries at or after this time; default: all that are kept")
    @Parameter(name = "until", description = "entries before this time; default: now")
    @ApiResponse(
            responseCode = "200",
            description = "One entry on each line",
            content = @Content(mediaType = LINES, schema = @Schema(type = "string")))
    @GetMapping("/api/ops/audit/export")
    void export(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        QueryParameters parameters = new QueryParameters(request);
        Instant since = parameters.time("since");
        Instant until = Objects.requireNonNullElseGet(parameters.time("until"), clock::instant);
        parameters.refuseIfWrong();
        // Read before the answer begins, so that a MongoDB that is away is an error and no empty export.
        List<AuditLog.Entry> page = log.oldest(since, until, null, PAGE);
        response.setContentType(LINES);
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.ndjson\"");
        OutputStream out = response.getOutputStream();
        while (!page.isEmpty()) {
            for (AuditLog.Entry entry : page) {
                out.write(mapper.writeValueAsBytes(entry));
                out.write('\n');
            }
            page = page.size() < PAGE ? List.of() : log.oldest(since, until, position(page.getLast()), PAGE);
        }
    }

    private static @Nullable Position position(AuditLog.Entry last) {
        return new Position(last.at(), last.auditId());
    }
}
