package io.eventjobs.gateway.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.eventjobs.gateway.mongo.AuditLog;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.gateway.web.QueryParameters;
import io.eventjobs.gateway.web.Success;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The audit log for operators. */
@RestController
@Tag(name = "Operators")
class AuditController {
    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @Operation(summary = "List audit entries, newest first", operationId = "listAudit")
    @Parameter(name = "limit", description = "between 1 and 500; default 50")
    @Parameter(name = "cursor", description = "next_cursor of the previous page")
    @GetMapping("/api/ops/audit")
    Success<AuditList> list(Caller caller, HttpServletRequest request) {
        QueryParameters parameters = new QueryParameters(request);
        int limit = parameters.limit();
        Cursor cursor = parameters.cursor();
        parameters.refuseIfWrong();
        Position before = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        List<AuditLog.Entry> found = log.newest(before, limit + 1);
        boolean more = found.size() > limit;
        List<AuditLog.Entry> page = more ? found.subList(0, limit) : found;
        return Success.of(new AuditList(page, more ? next(page.getLast()) : null));
    }

    private static String next(AuditLog.Entry last) {
        return new Cursor(last.at().toEpochMilli(), last.auditId()).text();
    }

    record AuditList(
            List<AuditLog.Entry> entries, @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String nextCursor) {}
}
