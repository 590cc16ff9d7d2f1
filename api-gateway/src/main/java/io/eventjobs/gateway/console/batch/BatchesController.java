package io.eventjobs.gateway.console.batch;

import io.eventjobs.gateway.batch.BatchFilter;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.BatchStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The list of batches. */
@Controller
class BatchesController {
    private static final int PAGE = 25;
    private static final List<String> STATUSES = Arrays.stream(BatchStatus.values())
            .filter(status -> status != BatchStatus.CREATING)
            .map(BatchStatus::word)
            .toList();
    private static final Map<String, @Nullable Boolean> SHOWN = shown();

    private final JobQueries queries;

    BatchesController(JobQueries queries) {
        this.queries = queries;
    }

    @GetMapping("/batches")
    String page(Caller caller, HttpServletRequest request, Model model) {
        return list(caller, new PageInput(request), model, "batches");
    }

    /** Bars and numbers of the batches in the page, asked for every two seconds. */
    @GetMapping("/batches/live")
    String live(Caller caller, HttpServletRequest request, Model model) {
        return list(caller, new PageInput(request), model, "batches :: live");
    }

    private String list(Caller caller, PageInput input, Model model, String view) {
        String status = input.oneOf("status", STATUSES);
        String shown = input.oneOf("shown", SHOWN.keySet());
        String event = input.text("event");
        BatchFilter filter = new BatchFilter(
                caller.tenant(),
                status == null ? null : BatchStatus.of(status),
                shown == null ? Boolean.FALSE : SHOWN.get(shown),
                null,
                event);
        Page<BatchRecord> page = queries.batches(caller, filter, input.cursor(), PAGE);
        List<BatchRow> rows = page.items().stream().map(BatchRow::of).toList();
        String query = PageLink.to("")
                .with("status", status)
                .with("shown", shown)
                .with("event", event)
                .address();
        model.addAttribute("batches", rows);
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("status", status);
        model.addAttribute("shown", shown);
        model.addAttribute("event", event);
        model.addAttribute(
                "next", page.next() == null ? null : new PageLink("/batches" + query).with("cursor", page.nextText()));
        model.addAttribute("live", new PageLink("/batches/live" + query).with("cursor", input.text("cursor")));
        model.addAttribute("moves", rows.stream().anyMatch(BatchRow::isUnfinished));
        return view;
    }

    private static Map<String, @Nullable Boolean> shown() {
        Map<String, @Nullable Boolean> shown = new LinkedHashMap<>();
        shown.put("archived", Boolean.TRUE);
        shown.put("all", null);
        return shown;
    }
}
