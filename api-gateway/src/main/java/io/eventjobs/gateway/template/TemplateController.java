package io.eventjobs.gateway.template;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.request.BodyLease;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Success;
import io.eventjobs.template.TemplateError;
import io.eventjobs.template.TemplateFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** Lists a tenant's available templates, and edits the tenant's own. */
@RestController
@Tag(name = "Templates")
class TemplateController {
    private static final MediaType MARKDOWN = MediaType.parseMediaType("text/markdown;charset=utf-8");

    private final TemplateCatalog catalog;
    private final TenantTemplates own;

    TemplateController(TemplateCatalog catalog, TenantTemplates own) {
        this.catalog = catalog;
        this.own = own;
    }

    @Operation(
            summary = "List document templates",
            description =
                    "Built-in templates first, then your own, then the operator's. Unusable ones state the reason.",
            operationId = "listTemplates")
    @GetMapping("/api/event-job/templates")
    Success<TemplateList> list(Caller caller) {
        return Success.of(new TemplateList(catalog.list(caller.tenant())));
    }

    @Operation(
            summary = "Get the file of a template",
            description =
                    "Built-in templates included, as a starting point for your own. The ETag is the SHA-256 of the file.",
            operationId = "getTemplate")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/markdown", schema = @Schema(type = "string")))
    @ApiResponse(responseCode = "304", description = "Not modified: If-None-Match matches", content = @Content)
    @GetMapping("/api/event-job/templates/{name}")
    ResponseEntity<byte[]> get(Caller caller, @PathVariable String name, WebRequest request) {
        TemplateFile text = catalog.text(caller.tenant(), name).orElseThrow(TemplateController::notFound);
        String etag = "\"" + text.hash() + "\"";
        if (request.checkNotModified(etag)) {
            return ResponseEntity.status(304).eTag(etag).build();
        }
        return ResponseEntity.ok()
                .eTag(etag)
                .contentType(MARKDOWN)
                .header("Cache-Control", "private, no-cache")
                .header("Content-Security-Policy", "sandbox")
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(text.name() + TemplateFile.EXTENSION)
                                .build()
                                .toString())
                .body(text.bytes());
    }

    @Operation(
            summary = "Create or replace a template of your own",
            description =
                    "Checked first: a wrong one is refused, with the line of each fault. Jobs that were accepted before are"
                            + " written with what was there then.",
            operationId = "putTemplate")
    @ApiResponse(responseCode = "200", description = "Replaced")
    @ApiResponse(responseCode = "201", description = "Created")
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "text/markdown",
                            schema = @Schema(type = "string"),
                            examples =
                                    @ExampleObject("---\ndescription: Titles only.\n---\n# {{title}}\n\n{{facts}}\n")))
    @PutMapping("/api/event-job/templates/{name}")
    ResponseEntity<Success<TemplateView>> put(Caller caller, @PathVariable String name, HttpServletRequest request)
            throws IOException {
        FoundTemplate found = FoundTemplate.of(new TemplateFile(name, body(request)));
        boolean isNew =
                switch (found) {
                    case FoundTemplate.Bad bad -> throw refused(bad);
                    case FoundTemplate.Good good -> own.put(caller.tenant(), good.text());
                };
        return ResponseEntity.status(isNew ? 201 : 200)
                .body(Success.of(catalog.view(found, TemplateView.Origin.TENANT)));
    }

    @Operation(
            summary = "Delete a template of your own",
            description = "Jobs that were already accepted with it still use it.",
            operationId = "deleteTemplate")
    @DeleteMapping("/api/event-job/templates/{name}")
    Success<DeletedTemplate> delete(Caller caller, @PathVariable String name) {
        if (!own.delete(caller.tenant(), name)) {
            throw notFound();
        }
        return Success.of(new DeletedTemplate(name, "Template deleted"));
    }

    private static byte[] body(HttpServletRequest request) throws IOException {
        byte[] body = BodyLease.of(request).arriving(request.getInputStream()).readNBytes(TemplateFile.MAX_BYTES + 1);
        if (body.length > TemplateFile.MAX_BYTES) {
            throw new ApiException(
                    ErrorCode.PAYLOAD_TOO_LARGE,
                    "The template has more than the allowed " + TemplateFile.MAX_BYTES + " bytes.");
        }
        return body;
    }

    private static ApiException refused(FoundTemplate.Bad bad) {
        List<FieldFault> faults = bad.faults().stream()
                .map(fault -> new FieldFault(place(fault), fault.message()))
                .toList();
        return new ApiException(ErrorCode.VALIDATION_FAILED, "The template is invalid: " + bad.fault(), faults);
    }

    private static String place(TemplateError fault) {
        return fault.line() == 0 ? "template" : "line " + fault.line();
    }

    private static ApiException notFound() {
        return new ApiException(ErrorCode.TEMPLATE_NOT_FOUND, ErrorCode.TEMPLATE_NOT_FOUND.meaning());
    }

    record TemplateList(List<TemplateView> templates) {}

    record DeletedTemplate(String name, String message) {}
}
