package io.eventjobs.gateway.console.job;

import io.eventjobs.gateway.audit.Audited;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.SeeOther;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.jobaction.CallerJobActions;
import io.eventjobs.gateway.mongo.JobLogs;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.query.JobTimeline;
import io.eventjobs.gateway.query.ResultsView;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.SessionParameters;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The page of a job, and what its buttons do. */
@Controller
class JobController {
    private static final String SMALL = "_small.";

    private final JobQueries queries;
    private final JobLogs logs;
    private final StoredDocument documents;
    private final CallerJobActions actions;

    JobController(JobQueries queries, JobLogs logs, StoredDocument documents, CallerJobActions actions) {
        this.queries = queries;
        this.logs = logs;
        this.documents = documents;
        this.actions = actions;
    }

    @GetMapping("/jobs/{id}")
    String page(Caller caller, @PathVariable String id, Model model) {
        JobRecord job = queries.job(caller, id);
        ResultsView results = ResultsView.of(job);
        show(job, model);
        model.addAttribute(
                "address", PageLink.to("/jobs").part(job.id().value()).address());
        model.addAttribute("stream", stream(job));
        model.addAttribute("sources", sources(job));
        model.addAttribute("results", results);
        model.addAttribute("slides", results == null ? List.of() : pictures(results));
        model.addAttribute("document", documents.of(job));
        return "job";
    }

    /** Status, progress, log and executions, asked for when they have changed, while the job is unfinished. */
    @GetMapping("/jobs/{id}/live")
    String live(Caller caller, @PathVariable String id, Model model, HttpServletResponse response) {
        JobRecord job = queries.job(caller, id);
        if (job.status().isTerminal()) {
            // The document and the buttons are others now.
            response.setHeader("HX-Refresh", "true");
        }
        show(job, model);
        return "job :: live";
    }

    @Audited("restartJob")
    @PostMapping("/jobs/{id}/restart")
    String restart(Caller caller, @PathVariable String id, HttpServletResponse response) {
        return back(actions.restart(caller, id, null).value(), response);
    }

    @Audited("cancelJob")
    @PostMapping("/jobs/{id}/cancel")
    String cancel(Caller caller, @PathVariable String id, HttpServletResponse response) {
        return back(actions.cancel(caller, id).value(), response);
    }

    private void show(JobRecord job, Model model) {
        Failure failure = job.outcome().failure();
        model.addAttribute("job", job);
        model.addAttribute("failure", failure);
        model.addAttribute("advice", failure == null ? null : FailureAdvice.of(failure.code()));
        model.addAttribute(
                "executions",
                job.outcome().executions().reversed().stream()
                        .map(ExecutionRow::of)
                        .toList());
        model.addAttribute("timeline", JobTimeline.of(job));
        model.addAttribute("log", logs.of(job.id()));
        model.addAttribute("talk", job.request().parameters() instanceof SessionParameters session ? session : null);
    }

    /** The job's events after those that this page shows. */
    private static PageLink stream(JobRecord job) {
        return PageLink.to("/api/jobs")
                .part(job.id().value())
                .part("stream")
                .with("last_event_id", Long.toString(job.outbox().sequence()));
    }

    /** The addresses that the job reads; only those of the web become links. */
    private static List<Source> sources(JobRecord job) {
        Map<String, String> addresses = job.request().parameters().addresses();
        return addresses.entrySet().stream()
                .map(entry -> new Source(entry.getKey(), entry.getValue(), webAddress(entry.getValue())))
                .toList();
    }

    private static @Nullable String webAddress(String address) {
        String lower = address.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") ? address : null;
    }

    /** Each picture once: beside those of slides there are small ones. */
    private static List<Picture> pictures(ResultsView results) {
        Set<String> urls = results.assets().stream()
                .filter(asset -> asset.contentType().startsWith("image/"))
                .map(ResultsView.AssetView::url)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return urls.stream()
                .filter(url -> !url.contains(SMALL))
                .map(url -> {
                    int dot = url.lastIndexOf('.');
                    String small = dot < 0 ? url : url.substring(0, dot) + SMALL + url.substring(dot + 1);
                    return new Picture(url, urls.contains(small) ? small : url);
                })
                .toList();
    }

    private static String back(String id, HttpServletResponse response) {
        return SeeOther.to(response, PageLink.to("/jobs").part(id).address());
    }

    /** @param link null if it is no address of the web */
    record Source(String field, String address, @Nullable String link) {}

    /** @param thumbnail the same picture in small, itself if there is none */
    record Picture(String url, String thumbnail) {}
}
