package io.eventjobs.gateway.files;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Winner;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.StoredFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the files of a job's winner, and only those listed in its results. */
@RestController
@Tag(name = "Files")
class FileController {
    private static final String ROOT = "/api/event-job/files/";

    private final JobQueries queries;
    private final FileResponses responses;

    FileController(JobQueries queries, FileResponses responses) {
        this.queries = queries;
        this.responses = responses;
    }

    @Operation(summary = "Get a file of a completed job", operationId = "getFile")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "206",
            description = "The requested range",
            content = @Content(mediaType = "*/*", schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "304", description = "Not modified: If-None-Match matches", content = @Content)
    @GetMapping("/api/event-job/files/{*path}")
    void file(Caller caller, HttpServletRequest request, HttpServletResponse response) throws IOException {
        List<String> segments = segments(request.getRequestURI());
        JobRecord job = job(caller, segments.getFirst());
        String path = String.join("/", segments.subList(1, segments.size()));
        Winner winner = job.outcome().winner();
        StoredFile file = winner == null ? null : winner.results().file(path).orElse(null);
        if (winner == null || file == null) {
            throw notFound();
        }
        String key = winner.prefix(job.request().tenant(), job.id()).key(path);
        responses.send(file, key, request, response);
    }

    private JobRecord job(Caller caller, String id) {
        try {
            return queries.job(caller, id);
        } catch (ApiException e) {
            throw notFound();
        }
    }

    /** Decodes each segment once, and rejects segments that would change the path. */
    private static List<String> segments(String uri) {
        String path = uri.startsWith(ROOT) ? uri.substring(ROOT.length()) : "";
        List<String> segments =
                Arrays.stream(path.split("/", -1)).map(FileController::decoded).toList();
        boolean sane = segments.size() >= 2
                && segments.stream()
                        .allMatch(segment -> !segment.isEmpty()
                                && !segment.equals(".")
                                && !segment.equals("..")
                                && segment.indexOf('/') < 0
                                && segment.indexOf('\\') < 0
                                && segment.chars().noneMatch(Character::isISOControl));
        if (!sane) {
            throw segments.size() < 2
                    ? notFound()
                    : new ApiException(ErrorCode.INVALID_PATH, ErrorCode.INVALID_PATH.meaning());
        }
        return segments;
    }

    private static String decoded(String segment) {
        try {
            return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new ApiException(ErrorCode.INVALID_PATH, ErrorCode.INVALID_PATH.meaning());
        }
    }

    private static ApiException notFound() {
        return new ApiException(ErrorCode.FILE_NOT_FOUND, ErrorCode.FILE_NOT_FOUND.meaning());
    }
}
