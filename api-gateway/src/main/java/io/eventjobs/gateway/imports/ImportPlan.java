package io.eventjobs.gateway.imports;

import io.eventjobs.model.artifact.Sha256;
import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduledSession;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What an import has to do, decided from the schedule and from the jobs that there are. A session that there is no job for is new; one
 * whose newest job was made from another state of the schedule has changed, and gets another job; the older one stays. The same
 * schedule against the same jobs gives the same plan with the same ids.
 *
 * @param tracks in the order of the schedule, including those with nothing to submit
 * @param withoutPage titles of sessions that have no page and therefore no job
 * @param repeated how many slots are repetitions of a talk
 * @param shared how many talks share their page with others
 * @param gone pages of sessions that an earlier import submitted and that are no longer in the schedule
 */
public record ImportPlan(List<Track> tracks, List<String> withoutPage, int repeated, int shared, List<String> gone) {
    /** The gateway's default target language. */
    public static final String DEFAULT_LANGUAGE = "de";

    /** Keeps a batch well below the gateway's limits of 8 MiB and 10,000 jobs. */
    static final int MAX_JOBS = 2_000;

    /** @param known the existing jobs of the event, the newest first */
    public static ImportPlan of(Schedule schedule, ImportRequest request, List<ExistingJob> known) {
        return new Planner(request, known).plan(schedule);
    }

    /** All batches of all tracks. */
    public List<Batch> batches() {
        return tracks.stream().flatMap(track -> track.batches().stream()).toList();
    }

    /** The names of a schedule's tracks, in the order of the schedule. */
    public static List<String> tracksOf(Schedule schedule) {
        return schedule.sessions().stream().map(SessionJob::trackOf).distinct().toList();
    }

    /**
     * A track with the batches to submit for it.
     *
     * @param fresh how many sessions are new
     */
    public record Track(String name, List<Batch> batches, int fresh, int changed, int unchanged) {}

    /**
     * A batch to submit.
     *
     * @param id derived from the content and from the jobs that it replaces, so that a repeated import has the same id
     */
    public record Batch(String id, String name, List<SessionJob> jobs) {}

    private static final class Planner {
        private final ImportRequest request;
        private final Map<ExistingJob.Key, ExistingJob> known = new LinkedHashMap<>();
        private final Map<String, List<SessionJob>> tracks = new LinkedHashMap<>();
        private final TalkPages pages = new TalkPages();
        private final List<String> withoutPage = new ArrayList<>();
        private int repeated;

        Planner(ImportRequest request, List<ExistingJob> newestFirst) {
            this.request = request;
            for (ExistingJob job : newestFirst) {
                ExistingJob.Key key = job.key();
                List.of(key, key.ofTitle(), key.ofPage()).forEach(each -> known.putIfAbsent(each, job));
            }
        }

        ImportPlan plan(Schedule schedule) {
            schedule.sessions().forEach(this::sort);
            List<Track> planned = new ArrayList<>();
            tracks.forEach((name, jobs) -> planned.add(track(name, jobs)));
            return new ImportPlan(planned, withoutPage, repeated, pages.shared(), gone());
        }

        private void sort(ScheduledSession session) {
            String address = page(session);
            String page = address == null ? null : SessionJob.encoded(address);
            boolean isNew = page != null && pages.add(session, page);
            String track = SessionJob.trackOf(session);
            boolean wanted =
                    request.tracks().isEmpty() || request.tracks().stream().anyMatch(track::equalsIgnoreCase);
            if (!wanted) {
                return;
            }
            if (page == null) {
                withoutPage.add(session.title());
            } else if (!isNew) {
                repeated++;
            } else {
                tracks.computeIfAbsent(track, fresh -> new ArrayList<>()).add(SessionJob.of(session, page, request));
            }
        }

        private @Nullable String page(ScheduledSession session) {
            ScheduledSession.Identity identity = session.identity();
            String pages = request.pages();
            boolean isBreak = "service".equals(session.placement().type());
            if (identity.url() != null || pages == null || isBreak) {
                return identity.url();
            }
            String page = pages;
            for (Map.Entry<String, @Nullable String> part : parts(identity).entrySet()) {
                if (page.contains(part.getKey()) && part.getValue() == null) {
                    return null;
                }
                page = page.replace(part.getKey(), Objects.requireNonNullElse(part.getValue(), ""));
            }
            return page;
        }

        private static Map<String, @Nullable String> parts(ScheduledSession.Identity identity) {
            Map<String, @Nullable String> parts = new LinkedHashMap<>();
            parts.put("{id}", identity.id());
            parts.put("{code}", identity.code());
            parts.put("{slug}", identity.slug());
            return parts;
        }

        private Track track(String name, List<SessionJob> jobs) {
            List<SessionJob> work = new ArrayList<>();
            int fresh = 0;
            for (SessionJob job : jobs) {
                ExistingJob earlier = earlier(job);
                if (earlier == null || !job.revision().equals(earlier.revision())) {
                    work.add(job);
                    fresh += earlier == null ? 1 : 0;
                }
            }
            List<Batch> batches = new ArrayList<>();
            for (int from = 0; from < work.size(); from += MAX_JOBS) {
                batches.add(batch(name, work.subList(from, Math.min(from + MAX_JOBS, work.size()))));
            }
            return new Track(name, batches, fresh, work.size() - fresh, jobs.size() - work.size());
        }

        private @Nullable ExistingJob earlier(SessionJob job) {
            ExistingJob.Key key = job.key(DEFAULT_LANGUAGE);
            return known.get(pages.found(key, key.page()));
        }

        private Batch batch(String track, List<SessionJob> jobs) {
            StringBuilder content = new StringBuilder(request.event() + "\n" + track);
            for (SessionJob job : jobs) {
                ExistingJob earlier = earlier(job);
                content.append('\n').append(job.fields()).append('\n').append(earlier == null ? "" : earlier.id());
            }
            String hash = Sha256.of(content.toString().getBytes(StandardCharsets.UTF_8));
            return new Batch(
                    "import-" + slug(request.event()) + hash.substring(0, 24),
                    request.event() + " - " + track,
                    List.copyOf(jobs));
        }

        /** Makes ids readable. */
        private static String slug(String event) {
            String slug =
                    event.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            return slug.isEmpty() ? "" : slug.substring(0, Math.min(40, slug.length())) + "-";
        }

        private List<String> gone() {
            String language = Objects.requireNonNullElse(request.language(), DEFAULT_LANGUAGE);
            return known.values().stream()
                    .distinct()
                    .filter(job ->
                            job.revision() != null && job.key().language().equals(language))
                    .map(ExistingJob::key)
                    .filter(key -> !pages.has(key.page(), key.session()))
                    .map(key -> pages.has(key.page()) ? key.page() + " (" + key.session() + ")" : key.page())
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
