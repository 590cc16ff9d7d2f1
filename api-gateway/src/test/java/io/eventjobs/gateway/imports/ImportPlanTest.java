package io.eventjobs.gateway.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.schedule.Schedule;
import io.eventjobs.schedule.ScheduleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportPlanTest {
    private static final ImportRequest ALL =
            new ImportRequest("Example Days", "en", List.of(), "https://conf.test/schedule.json", null);

    @TempDir
    Path folder;

    @Test
    void createsABatchPerTrackWithAllFactsOfTheSchedule() throws Exception {
        ImportPlan plan = ImportPlan.of(schedule("First", "Second", "Third"), ALL, List.of());

        assertThat(plan.tracks()).extracting(ImportPlan.Track::name).containsExactly("Even", "Odd");
        assertThat(plan.batches())
                .extracting(ImportPlan.Batch::name)
                .containsExactly("Example Days - Even", "Example Days - Odd");
        assertThat(plan.batches().getFirst().jobs().getFirst().fields())
                .containsEntry("event", "Example Days")
                .containsEntry("session", "First")
                .containsEntry("url", "https://conf.test/talk/0")
                .containsEntry("track", "Even")
                .containsEntry("target_language", "en")
                .containsEntry("source_language", "de")
                .containsEntry("day", "Saturday")
                .containsEntry("starttime", "10:00")
                .containsEntry("endtime", "10:45")
                .containsEntry("speakers", List.of("Ada Example"))
                .containsEntry("video_url", "https://video.test/0.webm")
                .containsEntry("attachments_url", "https://conf.test/0/slides.pdf")
                .containsEntry("schedule_url", "https://conf.test/schedule.json")
                .containsKey("revision");
    }

    @Test
    void theSameScheduleYieldsTheSameIds() throws Exception {
        assertThat(ImportPlan.of(schedule("First"), ALL, List.of()))
                .isEqualTo(ImportPlan.of(schedule("First"), ALL, List.of()));
    }

    @Test
    void sessionsWithJobsAreNotSubmittedAgain() throws Exception {
        Schedule schedule = schedule("First", "Second", "Third");

        ImportPlan again = ImportPlan.of(schedule, ALL, jobsOf(ImportPlan.of(schedule, ALL, List.of())));

        assertThat(again.batches()).isEmpty();
        assertThat(again.tracks()).extracting(ImportPlan.Track::unchanged).containsExactly(2, 1);
    }

    @Test
    void changedSessionsAreSubmittedInASeparateBatch() throws Exception {
        ImportPlan first = ImportPlan.of(schedule("First", "Second", "Third"), ALL, List.of());

        ImportPlan second = ImportPlan.of(schedule("First, renamed", "Second", "Third", "Fourth"), ALL, jobsOf(first));

        assertThat(second.batches().getFirst().jobs())
                .extracting(SessionJob::title)
                .containsExactly("First, renamed");
        assertThat(second.batches().getLast().jobs())
                .extracting(SessionJob::title)
                .containsExactly("Fourth");
        assertThat(second.tracks().getFirst())
                .returns(0, ImportPlan.Track::fresh)
                .returns(1, ImportPlan.Track::changed)
                .returns(1, ImportPlan.Track::unchanged);
        assertThat(second.batches())
                .extracting(ImportPlan.Batch::id)
                .doesNotContain(first.batches().getFirst().id());
    }

    @Test
    void aSessionChangedBackIsSubmittedAgain() throws Exception {
        ImportPlan first = ImportPlan.of(schedule("First"), ALL, List.of());
        List<ExistingJob> jobs = jobsOf(first);
        jobs.addAll(0, jobsOf(ImportPlan.of(schedule("Changed"), ALL, jobs)));

        ImportPlan back = ImportPlan.of(schedule("First"), ALL, jobs);

        assertThat(back.batches()).singleElement().satisfies(batch -> assertThat(batch.id())
                .isNotEqualTo(first.batches().getFirst().id()));
    }

    @Test
    void anotherLanguageIsAnotherLibrary() throws Exception {
        Schedule schedule = schedule("First");
        ImportRequest french = new ImportRequest("Example Days", "fr", List.of(), null, null);

        assertThat(ImportPlan.of(schedule, french, jobsOf(ImportPlan.of(schedule, ALL, List.of())))
                        .batches())
                .hasSize(1);
    }

    @Test
    void onlyTheTracksThatAreWantedAreMade() throws Exception {
        ImportRequest odd = new ImportRequest("Example Days", "en", List.of("odd"), null, null);

        assertThat(ImportPlan.of(schedule("First", "Second"), odd, List.of()).tracks())
                .extracting(ImportPlan.Track::name)
                .containsExactly("Odd");
    }

    @Test
    void listsRemovedSessions() throws Exception {
        ImportPlan first = ImportPlan.of(schedule("First", "Second"), ALL, List.of());

        assertThat(ImportPlan.of(schedule("First"), ALL, jobsOf(first)).gone())
                .containsExactly("https://conf.test/talk/1");
    }

    @Test
    void aRepeatedTalkIsOneJobAndASessionWithoutPageIsSkipped() throws Exception {
        Schedule schedule = read(
                """
                {"schedule": {"events": [
                  {"id": 1, "title": "Twice", "url": "https://conf.test/twice", "start": "2026-05-02T10:00:00Z"},
                  {"id": 2, "title": "Twice", "url": "https://conf.test/twice", "start": "2026-05-03T10:00:00Z"},
                  {"id": 3, "title": "Lunch"}]}}""");

        ImportPlan plan = ImportPlan.of(schedule, ALL, List.of());
        assertThat(plan.repeated()).isEqualTo(1);
        assertThat(plan.withoutPage()).containsExactly("Lunch");
        assertThat(plan.batches().getFirst().jobs()).hasSize(1);

        ImportRequest paged = new ImportRequest("Example Days", "en", List.of(), null, "https://conf.test/s/{id}");
        assertThat(ImportPlan.of(schedule, paged, List.of())
                        .batches()
                        .getFirst()
                        .jobs())
                .extracting(job -> job.fields().get("url"))
                .containsExactly("https://conf.test/twice", "https://conf.test/s/3");
    }

    @Test
    void talksThatShareAPageAreAJobEach() throws Exception {
        Schedule schedule = shared("One", "Two", "Three");

        ImportPlan plan = ImportPlan.of(schedule, ALL, List.of());

        assertThat(titles(plan)).containsExactly("One", "Two", "Three");
        assertThat(plan.repeated()).isZero();
        assertThat(plan.shared()).isEqualTo(3);
        assertThat(ImportPlan.of(schedule, ALL, jobsOf(plan)).batches()).isEmpty();
    }

    @Test
    void ofTalksThatShareAPageOnlyTheNewOnesAreSubmitted() throws Exception {
        ImportPlan first = ImportPlan.of(shared("One", "Two", "Three"), ALL, List.of());

        ImportPlan second = ImportPlan.of(shared("One", "Two", "Four"), ALL, jobsOf(first));

        assertThat(titles(second)).containsExactly("Four");
        assertThat(second.gone()).containsExactly("https://conf.test/programme (Three)");
    }

    @Test
    void talksOfOneTitleAndPageAreToldApartByTheirSpeakersAndTimes() throws Exception {
        Schedule schedule = read(
                """
                {"schedule": {"events": [
                  {"id": 1, "title": "Lightning talk", "url": "https://conf.test/all", "start": "2026-05-02T10:00:00Z", "persons": [{"name": "Ada"}]},
                  {"id": 2, "title": "Lightning talk", "url": "https://conf.test/all", "start": "2026-05-02T10:10:00Z", "persons": [{"name": "Bo"}]}]}}""");

        ImportPlan plan = ImportPlan.of(schedule, ALL, List.of());

        assertThat(titles(plan)).containsExactly("Lightning talk", "Lightning talk");
        assertThat(ImportPlan.of(schedule, ALL, jobsOf(plan)).batches()).isEmpty();
    }

    private Schedule shared(String... titles) throws Exception {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            events.append(i == 0 ? "" : ",")
                    .append(
                            "{\"id\": %d, \"title\": \"%s\", \"url\": \"https://conf.test/programme\", \"start\": \"2026-05-02T1%d:00:00Z\"}"
                                    .formatted(i, titles[i], i));
        }
        return read("{\"schedule\": {\"events\": [" + events + "]}}");
    }

    private static List<String> titles(ImportPlan plan) {
        return plan.batches().stream()
                .flatMap(batch -> batch.jobs().stream())
                .map(SessionJob::title)
                .toList();
    }

    private static List<ExistingJob> jobsOf(ImportPlan plan) {
        List<ExistingJob> jobs = new ArrayList<>();
        for (ImportPlan.Batch batch : plan.batches()) {
            for (SessionJob job : batch.jobs()) {
                jobs.add(new ExistingJob(
                        job.key(ImportPlan.DEFAULT_LANGUAGE), "job-" + batch.id() + jobs.size(), job.revision()));
            }
        }
        return jobs;
    }

    private Schedule schedule(String... titles) throws Exception {
        StringBuilder events = new StringBuilder();
        for (int i = 0; i < titles.length; i++) {
            events.append(
                    """
                    %s{"title": "%s", "url": "https://conf.test/talk/%d", "track": "%s", "date": "2026-05-02T10:00:00+02:00", "duration": "0:45",
                      "language": "deu", "persons": [{"name": "Ada Example"}], "video_download_url": "https://video.test/%d.webm",
                      "attachments": [{"title": "Slides", "url": "https://conf.test/%d/slides.pdf"}]}"""
                            .formatted(i == 0 ? "" : ",", titles[i], i, i % 2 == 0 ? "Even" : "Odd", i, i));
        }
        return read("{\"schedule\": {\"events\": [" + events + "]}}");
    }

    private Schedule read(String json) throws Exception {
        return new ScheduleReader().read(Files.writeString(folder.resolve("schedule.json"), json), null);
    }
}
