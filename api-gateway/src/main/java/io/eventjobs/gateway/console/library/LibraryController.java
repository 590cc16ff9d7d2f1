package io.eventjobs.gateway.console.library;

import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.job.StoredDocument;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.EventNames;
import io.eventjobs.gateway.mongo.LibrarySearch;
import io.eventjobs.gateway.mongo.Position;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.query.ResultsView;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The library: from an event to a session, and the search over all of them. */
@Controller
class LibraryController {
    private static final int PAGE = 40;

    private final JobQueries queries;
    private final EventNames names;
    private final LibrarySearch search;
    private final StoredDocument documents;

    LibraryController(JobQueries queries, EventNames names, LibrarySearch search, StoredDocument documents) {
        this.queries = queries;
        this.names = names;
        this.search = search;
        this.documents = documents;
    }

    @GetMapping("/library")
    String library(Caller caller, HttpServletRequest request, Model model) {
        PageInput input = new PageInput(request);
        String text = input.text("q");
        model.addAttribute("events", names.events(caller.tenant()));
        list(caller, null, input, model, "/library", text != null);
        return "library";
    }

    @GetMapping("/library/event")
    String event(Caller caller, HttpServletRequest request, Model model) {
        PageInput input = new PageInput(request);
        String event = input.text("name");
        if (event == null) {
            return library(caller, request, model);
        }
        queries.event(caller, event);
        model.addAttribute("event", event);
        model.addAttribute("tracks", names.tracks(caller.tenant(), event));
        list(caller, event, input, model, "/library/event", true);
        return "event";
    }

    @GetMapping("/library/sessions/{id}")
    String session(Caller caller, @PathVariable String id, Model model) {
        JobRecord job = queries.job(caller, id);
        model.addAttribute("job", job);
        model.addAttribute("talk", LibrarySession.of(job));
        model.addAttribute("reading", Reading.of(documents.of(job), job, ResultsView.of(job)));
        return "session";
    }

    private void list(
            Caller caller, @Nullable String event, PageInput input, Model model, String path, boolean wanted) {
        String text = input.text("q");
        String track = input.text("track");
        LibrarySearch.Query query = new LibrarySearch.Query(caller.tenant(), event, track, text);
        Page<JobRecord> page = wanted ? found(query, input.cursor()) : new Page<JobRecord>(List.of(), null);
        model.addAttribute("q", text);
        model.addAttribute("track", track);
        model.addAttribute(
                "sessions", page.items().stream().map(LibrarySession::of).toList());
        model.addAttribute(
                "next",
                page.next() == null
                        ? null
                        : PageLink.to(path)
                                .with("name", event)
                                .with("track", track)
                                .with("q", text)
                                .with("cursor", page.nextText()));
    }

    private Page<JobRecord> found(LibrarySearch.Query query, @Nullable Cursor cursor) {
        Position after = cursor == null ? null : new Position(Instant.ofEpochMilli(cursor.number()), cursor.id());
        return Page.of(
                search.newest(query, after, PAGE + 1),
                PAGE,
                job -> new Cursor(
                        job.request().createdAt().toEpochMilli(), job.id().value()));
    }
}
