package io.eventjobs.gateway.console.batch;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.batch.BatchRecord;
import io.eventjobs.gateway.console.CostlyReading;
import io.eventjobs.gateway.console.PageInput;
import io.eventjobs.gateway.console.PageLink;
import io.eventjobs.gateway.console.StatusBar;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.mongo.BatchTracks;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.stream.BatchStreamAddress;
import io.eventjobs.model.job.BatchKey;
import io.eventjobs.model.job.JobStatus;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The page of a batch: its tracks, and its jobs page by page. */
@Controller
class BatchPageController {
    private static final int PAGE = 50;
    private static final List<String> STATUSES = Arrays.stream(JobStatus.values())
            .map(JobStatus::publicWord)
            .distinct()
            .toList();

    private final JobQueries queries;
    private final CostlyReading<BatchKey, List<BatchTracks.Track>> tracks;
    private final BatchStreamAddress streams;

    BatchPageController(JobQueries queries, BatchTracks tracks, BatchStreamAddress streams, Ticker ticker) {
        this.queries = queries;
        this.tracks = new CostlyReading<>(tracks::of, ticker);
        this.streams = streams;
    }

    @GetMapping("/batches/{id}")
    String page(Caller caller, @PathVariable String id, HttpServletRequest request, Model model) {
        BatchRecord batch = queries.batch(caller, id);
        model.addAttribute(
                "tracks",
                tracks.of(batch.key()).stream()
                        .map(track -> TrackRow.of(id, track))
                        .toList());
        // Null for an attribute that is left out.
        model.addAttribute("stream", streams.fromNowOn(batch.key().id()).orElse(null));
        return list(batch, new PageInput(request), model, "batch");
    }

    /** The bar of the batch and the rows of its jobs, asked for when they have changed. */
    @GetMapping("/batches/{id}/live")
    String live(Caller caller, @PathVariable String id, HttpServletRequest request, Model model) {
        return list(queries.batch(caller, id), new PageInput(request), model, "batch :: live");
    }

    private String list(BatchRecord batch, PageInput input, Model model, String view) {
        String status = input.oneOf("status", STATUSES);
        String track = input.text("track");
        Page<JobRecord> page = queries.ofBatch(batch.key(), statuses(status), track, input.cursor(), PAGE);
        BatchRow row = BatchRow.of(batch);
        String query =
                PageLink.to("").with("status", status).with("track", track).address();
        model.addAttribute("batch", row);
        model.addAttribute("jobs", page.items());
        model.addAttribute("statuses", STATUSES);
        model.addAttribute("status", status);
        model.addAttribute("track", track);
        model.addAttribute(
                "next",
                page.next() == null ? null : new PageLink(row.address() + query).with("cursor", page.nextText()));
        model.addAttribute("live", new PageLink(row.address() + "/live" + query).with("cursor", input.text("cursor")));
        return view;
    }

    private static Set<JobStatus> statuses(@Nullable String publicWord) {
        return Arrays.stream(JobStatus.values())
                .filter(status -> status.publicWord().equals(publicWord))
                .collect(Collectors.toSet());
    }

    /** A track of the batch, with the address of its jobs. */
    record TrackRow(String name, String address, StatusBar bar, int jobs, int completed, int failed) {
        static TrackRow of(String batch, BatchTracks.Track track) {
            return new TrackRow(
                    track.name().isEmpty() ? "no track" : track.name(),
                    PageLink.to("/batches")
                            .part(batch)
                            .with("track", track.name().isEmpty() ? null : track.name())
                            .address(),
                    StatusBar.of(track.counts()),
                    track.counts().total(),
                    track.counts().completed(),
                    track.counts().failed());
        }
    }
}
