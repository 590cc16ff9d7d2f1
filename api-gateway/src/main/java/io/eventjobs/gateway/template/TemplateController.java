package io.eventjobs.gateway.template;

import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Success;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says which templates there are. */
@RestController
@Tag(name = "Submission")
class TemplateController {
    private final TemplateCatalog catalog;

    TemplateController(TemplateCatalog catalog) {
        this.catalog = catalog;
    }

    @Operation(
            summary = "The templates that documents can be written with",
            description = "The built-in ones first. One that cannot be used says why.",
            operationId = "listTemplates")
    @GetMapping("/api/event-job/templates")
    Success<TemplateList> list(Caller caller) {
        return Success.of(new TemplateList(catalog.list()));
    }

    record TemplateList(List<TemplateView> templates) {}
}
