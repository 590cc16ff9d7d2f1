package io.eventjobs.gateway.upload;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.idempotency.Idempotency;
import io.eventjobs.gateway.mongo.UploadRecord;
import io.eventjobs.gateway.mongo.UploadRecords;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.model.job.UploadId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accepts files for jobs to refer to. */
@RestController
@Tag(name = "Uploads")
class UploadController {
    private static final int MAX_NAME_LENGTH = 300;

    private final UploadReception reception;
    private final UploadRecords records;
    private final UploadRemoval removal;
    private final Clock clock;

    UploadController(UploadReception reception, UploadRecords records, UploadRemoval removal, Clock clock) {
        this.reception = reception;
        this.records = records;
        this.removal = removal;
        this.clock = clock;
    }

    @Operation(
            summary =
                    "Upload slides, a recording or subtitles; the body is the file, and jobs refer to it by `address`",
            operationId = "createUpload")
    @ApiResponse(
            responseCode = "201",
            description = "Stored; kept as long as a job uses it, otherwise until `expires_at`")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/api/event-job/uploads")
    ResponseEntity<Success<UploadView>> create(
            Caller caller,
            HttpServletRequest request,
            @Parameter(description = "Name of the file with its extension, such as `slides.pdf`") @RequestParam
                    String filename,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key)
            throws IOException {
        judgeForm(request, filename, key);
        reception.requireFits(request.getContentLengthLong());
        UploadRecord upload = reception.receive(caller.tenant(), filename.strip(), request.getInputStream(), key);
        return ResponseEntity.created(
                        URI.create("/api/event-job/uploads/" + upload.address().id()))
                .body(Success.of(UploadView.of(upload)));
    }

    @Operation(summary = "Get an upload", operationId = "getUpload")
    @GetMapping("/api/event-job/uploads/{id}")
    Success<UploadView> get(Caller caller, @PathVariable String id) {
        return Success.of(UploadView.of(required(caller, id)));
    }

    @Operation(summary = "Delete an upload that no job uses", operationId = "deleteUpload")
    @ApiResponse(responseCode = "204", description = "Deleted")
    @DeleteMapping("/api/event-job/uploads/{id}")
    ResponseEntity<Void> delete(Caller caller, @PathVariable String id) {
        return switch (removal.remove(required(caller, id), clock.instant())) {
            case GONE -> ResponseEntity.noContent().build();
            case NAMED -> throw new ApiException(ErrorCode.UPLOAD_NAMED, ErrorCode.UPLOAD_NAMED.meaning());
            case CHANGED -> throw new ApiException(ErrorCode.CONFLICT, ErrorCode.CONFLICT.meaning());
        };
    }

    private UploadRecord required(Caller caller, String id) {
        return Optional.of(id)
                .filter(UploadId::isWellFormed)
                .flatMap(text -> records.find(new UploadId(text)))
                .filter(upload -> caller.sees(upload.tenant()))
                .filter(UploadRecord::stored)
                .orElseThrow(() -> new ApiException(ErrorCode.UPLOAD_NOT_FOUND, ErrorCode.UPLOAD_NOT_FOUND.meaning()));
    }

    private static void judgeForm(HttpServletRequest request, String filename, @Nullable String key) {
        String type = request.getContentType() == null ? "" : request.getContentType();
        if (type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw new ApiException(
                    ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                    "The body must be the content of the file (curl --data-binary @slides.pdf), not a form.");
        }
        boolean isName = !filename.isBlank()
                && filename.length() <= MAX_NAME_LENGTH
                && !filename.contains("/")
                && !filename.contains("\\")
                && filename.chars().noneMatch(Character::isISOControl);
        if (!isName) {
            throw fault(
                    "filename", "must be a file name without a path, of at most " + MAX_NAME_LENGTH + " characters");
        }
        Idempotency.requireWellFormed(key);
    }

    private static ApiException fault(String field, String message) {
        return new ApiException(
                ErrorCode.INVALID_PARAMETER, field + ": " + message, List.of(new FieldFault(field, message)));
    }

    @Schema(name = "Upload")
    record UploadView(
            String uploadId,
            @Schema(
                            description = "Can be used as `attachments_url`, `video_url` or `url` of a job",
                            example = "upload:upload-0199f0c1-7c3b-7000-8000-000000000001/slides.pdf")
                    String address,
            String filename,
            @Schema(description = "Detected from the content", example = "application/pdf") String contentType,
            long bytes,
            String sha256,
            Instant createdAt,
            @Schema(description = "When it is deleted, unless a job uses it") Instant expiresAt) {
        static UploadView of(UploadRecord upload) {
            return new UploadView(
                    upload.address().id().value(),
                    upload.address().toString(),
                    upload.file().name(),
                    upload.file().contentType(),
                    upload.file().bytes(),
                    upload.file().sha256(),
                    upload.createdAt(),
                    upload.expiresAt());
        }
    }
}
