package io.eventjobs.gateway.console.submission;

import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.SeeOther;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.imports.UnreadableSessionsException;
import io.eventjobs.gateway.request.BodyLease;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.submission.SessionBatches;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The page that turns sessions into batches: first a preview, then, if the person agrees, the batches. */
@Controller
class SubmitController {
    private static final int MAX_BYTES = 16 << 20;
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final ProposalReader reader;
    private final ScheduleFetcher fetcher;
    private final SessionBatches batches;

    SubmitController(ProposalReader reader, ScheduleFetcher fetcher, SessionBatches batches) {
        this.reader = reader;
        this.fetcher = fetcher;
        this.batches = batches;
    }

    @GetMapping("/submit")
    String form() {
        return "submit";
    }

    /** The preview of what was typed or pasted; of what is at the address of the schedule, if nothing was. */
    @PostMapping("/submit/preview")
    String preview(
            Caller caller,
            @RequestParam(required = false) @Nullable String content,
            HttpServletRequest request,
            Model model)
            throws IOException, InterruptedException {
        String pasted = Objects.requireNonNullElse(content, "");
        model.addAttribute("pasted", pasted);
        PageInput input = new PageInput(request);
        model.addAttribute("event", input.text("event"));
        model.addAttribute("language", input.text("language"));
        model.addAttribute("address", input.text("address"));
        Source source = pasted.isBlank() && input.text("address") != null
                ? proposed -> fetched(proposed.address())
                : proposed -> new GivenSessions(pasted.getBytes(StandardCharsets.UTF_8), proposed.address(), null);
        return preview(caller, source, ProposalInput.of(input), model, "submit");
    }

    private GivenSessions fetched(@Nullable URI address) throws IOException, InterruptedException {
        if (address == null) {
            throw new UnreadableSessionsException("The address of the schedule must begin with http:// or https://");
        }
        return fetcher.fetch(address);
    }

    /** The preview of a file: its bytes are the body, as its character set is told by the file itself. */
    @PostMapping(path = "/submit/file", consumes = "application/octet-stream")
    String file(Caller caller, HttpServletRequest request, Model model) throws IOException, InterruptedException {
        byte[] content =
                BodyLease.of(request).arriving(request.getInputStream()).readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new ApiException(
                    ErrorCode.PAYLOAD_TOO_LARGE, "The file has more than " + (MAX_BYTES >> 20) + " MiB.");
        }
        Source source = proposed -> new GivenSessions(content, proposed.address(), null);
        return preview(caller, source, ProposalInput.of(new PageInput(request)), model, "submit :: preview");
    }

    @PostMapping("/submit")
    String submit(
            Caller caller, @RequestParam(name = "batches") String proposed, HttpServletResponse response, Model model) {
        List<BatchRecord> accepted = new ArrayList<>();
        for (ObjectNode body : bodies(proposed)) {
            String id = body.path("batch_id").isString() ? body.path("batch_id").asString() : null;
            accepted.add(batches.submit(caller, body, id));
        }
        return SeeOther.to(
                response,
                accepted.size() == 1
                        ? PageLink.to("/batches")
                                .part(accepted.getFirst().key().id().value())
                                .address()
                        : "/batches");
    }

    private String preview(Caller caller, Source source, ProposalInput input, Model model, String view)
            throws IOException, InterruptedException {
        try {
            Proposal proposal = reader.read(caller, source.read(input), input);
            List<ObjectNode> bodies =
                    proposal.batches().stream().map(SubmitController::body).toList();
            model.addAttribute("proposal", checked(caller, proposal, bodies));
            model.addAttribute("batches", MAPPER.writeValueAsString(bodies));
        } catch (UnreadableSessionsException e) {
            model.addAttribute("unreadable", e.getMessage() + ".");
        }
        return view;
    }

    private Proposal checked(Caller caller, Proposal proposal, List<ObjectNode> bodies) {
        try {
            bodies.forEach(body -> batches.check(caller, body));
            return proposal;
        } catch (ApiException e) {
            return proposal.with(
                    Objects.requireNonNullElse(e.getMessage(), e.code().meaning()));
        }
    }

    private static ObjectNode body(Proposal.Batch batch) {
        Map<String, Object> body = new LinkedHashMap<>();
        if (batch.id() != null) {
            body.put("batch_id", batch.id());
        }
        body.put("batch_name", batch.name());
        body.put("jobs", batch.jobs());
        return MAPPER.valueToTree(body);
    }

    private static List<ObjectNode> bodies(String proposed) {
        List<ObjectNode> bodies = new ArrayList<>();
        try {
            for (JsonNode body : MAPPER.readTree(proposed)) {
                if (body instanceof ObjectNode object) {
                    bodies.add(object);
                }
            }
        } catch (JacksonException e) {
            bodies.clear();
        }
        if (bodies.isEmpty()) {
            throw new ApiException(ErrorCode.MALFORMED_JSON, "There is no batch to submit; make the preview again.");
        }
        return bodies;
    }

    /** Where the sessions come from. */
    private interface Source {
        GivenSessions read(ProposalInput input) throws IOException, InterruptedException;
    }
}
