package io.eventjobs.gateway.console.submission;

import io.eventjobs.gateway.imports.CsvTable;
import io.eventjobs.gateway.imports.ExistingJob;
import io.eventjobs.gateway.imports.ImportPlan;
import io.eventjobs.gateway.imports.ImportRequest;
import io.eventjobs.gateway.imports.SessionJob;
import io.eventjobs.gateway.imports.UnreadableSessionsException;
import io.eventjobs.gateway.imports.UrlList;
import io.eventjobs.gateway.job.JobFilter;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.query.JobQueries;
import io.eventjobs.gateway.query.Page;
import io.eventjobs.gateway.security.Caller;
import io.eventjobs.gateway.web.Cursor;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduleReader;
import io.eventjobs.schedule.UnreadableScheduleException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a schedule, a table or a list of addresses, and compares it with the jobs that there are. Stores nothing. */
@Component
class ProposalReader {
    private static final int JOBS_AT_ONCE = 500;
    private static final String NO_TRACK = "General";

    private final JobQueries queries;

    ProposalReader(JobQueries queries) {
        this.queries = queries;
    }

    /** @throws UnreadableSessionsException with a sentence for the person */
    Proposal read(Caller caller, GivenSessions given, ProposalInput input) {
        String text = new String(given.content(), StandardCharsets.UTF_8);
        List<String> lines = UrlList.lines(text.startsWith("\ufeff") ? text.substring(1) : text);
        if (lines.isEmpty()) {
            throw new UnreadableSessionsException("There is nothing in it");
        }
        if (lines.stream().allMatch(UrlList::isAddress)) {
            return ofSessions(caller, UrlList.sessions(lines), input, "list of addresses");
        }
        boolean isTable = !lines.getFirst().startsWith("<") && CsvTable.isHeading(lines.getFirst());
        return isTable
                ? ofSessions(caller, CsvTable.sessions(text, "The table"), input, "table")
                : ofSchedule(caller, schedule(given), input);
    }

    private Proposal ofSchedule(Caller caller, Schedule schedule, ProposalInput input) {
        String event = input.event() == null ? schedule.conference().title() : input.event();
        if (event.isBlank()) {
            throw new UnreadableSessionsException("The schedule does not name its event: fill in its name");
        }
        ImportRequest request = new ImportRequest(
                event,
                input.language(),
                List.of(),
                input.address() == null ? null : input.address().toString(),
                null);
        ImportPlan plan = ImportPlan.of(schedule, request, existing(caller, event));
        List<Proposal.Track> tracks = plan.tracks().stream()
                .map(track -> new Proposal.Track(
                        track.name(),
                        track.fresh(),
                        track.changed(),
                        track.unchanged(),
                        track.batches().stream().map(ProposalReader::batch).toList()))
                .toList();
        return new Proposal(
                event, schedule.format().word(), tracks, plan.withoutPage(), plan.gone(), schedule.warnings(), null);
    }

    private static Proposal.Batch batch(ImportPlan.Batch batch) {
        return new Proposal.Batch(
                batch.id(),
                batch.name(),
                batch.jobs().stream().map(SessionJob::fields).toList());
    }

    private Proposal ofSessions(Caller caller, List<Map<String, Object>> sessions, ProposalInput input, String source) {
        Map<String, List<Map<String, Object>>> byTrack = new LinkedHashMap<>();
        for (Map<String, Object> session : sessions) {
            Map<String, Object> job = completed(session, input);
            byTrack.computeIfAbsent(String.valueOf(job.getOrDefault("track", NO_TRACK)), track -> new ArrayList<>())
                    .add(job);
        }
        if (byTrack.isEmpty()) {
            throw new UnreadableSessionsException("There is no session in it");
        }
        String event =
                String.valueOf(byTrack.values().iterator().next().getFirst().get("event"));
        Set<ExistingJob.Key> known =
                existing(caller, event).stream().map(job -> job.key().ofPage()).collect(Collectors.toSet());
        List<Proposal.Track> tracks = new ArrayList<>();
        byTrack.forEach((name, jobs) -> tracks.add(track(event, name, jobs, known)));
        return new Proposal(event, source, tracks, List.of(), List.of(), List.of(), null);
    }

    private static Proposal.Track track(
            String event, String name, List<Map<String, Object>> jobs, Set<ExistingJob.Key> known) {
        List<Map<String, Object>> fresh =
                jobs.stream().filter(job -> !known.contains(key(job))).toList();
        List<Proposal.Batch> batches =
                fresh.isEmpty() ? List.of() : List.of(new Proposal.Batch(null, event + " - " + name, fresh));
        return new Proposal.Track(name, fresh.size(), 0, jobs.size() - fresh.size(), batches);
    }

    private static ExistingJob.Key key(Map<String, Object> job) {
        return new ExistingJob.Key(String.valueOf(job.get("url")), String.valueOf(job.get("target_language")), "", "");
    }

    private static Map<String, Object> completed(Map<String, Object> session, ProposalInput input) {
        Map<String, Object> job = new LinkedHashMap<>(session);
        if (input.event() != null) {
            job.put("event", input.event());
        }
        if (!job.containsKey("event")) {
            throw new UnreadableSessionsException("No event is named: fill in its name");
        }
        if (!job.containsKey("session") && job.containsKey("url")) {
            job.put("session", UrlList.title(String.valueOf(job.get("url"))));
        }
        job.putIfAbsent("target_language", input.language());
        return job;
    }

    private List<ExistingJob> existing(Caller caller, String event) {
        JobFilter filter = new JobFilter(caller.tenant(), Set.of(), null, event, null, null, null);
        List<ExistingJob> jobs = new ArrayList<>();
        Cursor after = null;
        do {
            Page<JobRecord> page = queries.jobs(filter, after, JOBS_AT_ONCE);
            page.items().stream()
                    .map(ProposalReader::existing)
                    .filter(Objects::nonNull)
                    .forEach(jobs::add);
            after = page.next();
        } while (after != null);
        return jobs;
    }

    private static @Nullable ExistingJob existing(JobRecord job) {
        return job.request().parameters() instanceof SessionParameters session
                ? new ExistingJob(
                        new ExistingJob.Key(
                                session.url(),
                                session.targetLanguage(),
                                session.session(),
                                Objects.requireNonNullElse(session.starttime(), "")),
                        job.id().value(),
                        session.revision())
                : null;
    }

    private static Schedule schedule(GivenSessions given) {
        try {
            Path file = Files.createTempFile("event-jobs-schedule", "");
            try {
                Files.write(file, given.content());
                return new ScheduleReader().read(file, given.base(), given.charset());
            } catch (UnreadableScheduleException e) {
                throw new UnreadableSessionsException(
                        "This is no list of addresses, no table with a column url, and no schedule: "
                                + e.explanation());
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
