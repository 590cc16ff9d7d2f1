package io.eventjobs.worker.session.step;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.transcript.ChapterLines;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.SubtitleLink;
import io.eventjobs.transcript.Subtitles;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.SessionField;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.task.MissingPartPolicy;
import io.eventjobs.worker.session.task.SessionTask;
import io.eventjobs.worker.session.transcript.ChapterFinder;
import io.eventjobs.worker.session.transcript.TranscriptFinder;
import io.eventjobs.worker.session.transcript.TranscriptRequest;
import io.eventjobs.worker.work.Execution;
import io.eventjobs.worker.work.JobFailedException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds what was said: what somebody wrote down of it, else what is recognized in the recording. A session without a recording
 * needs none; of one with a recording its lack is a warning.
 */
public final class TranscriptStep {
    private static final String PAGE = "page";

    private final TranscriptFinder finder;
    private final ChapterFinder chapterFinder;
    private final SpeechTranscriber listener;
    private final MissingPartPolicy patience;

    public TranscriptStep(CachingFetcher fetches, ArtifactStore store, SpeechTranscriber listener, MissingPartPolicy patience) {
        this.finder = new TranscriptFinder(fetches, store);
        this.chapterFinder = new ChapterFinder(fetches);
        this.listener = listener;
        this.patience = patience;
    }

    public Transcript find(SessionTask task, SessionFacts sheet, SessionPage page)
            throws JobFailedException, InterruptedException, IOException {
        Chapters chapters = chapters(task, page);
        TranscriptRequest wanted = task.scope().isSingle()
                ? TranscriptRequest.ofSource(
                        task.request().url(), task.request().sourceLanguage())
                : wanted(task.request(), sheet, page, chapters);
        Transcript transcript = wanted.asksForOne() ? found(task, wanted, page) : told(page, chapters);
        return transcript.chapters().isEmpty() ? transcript.withChapters(chapters) : transcript;
    }

    private Transcript found(SessionTask task, TranscriptRequest wanted, SessionPage page)
            throws JobFailedException, InterruptedException, IOException {
        Execution execution = task.execution();
        execution.begin(ProgressStep.TRANSCRIBING, "Looking for a transcript");
        TranscriptFinder.Found found = finder.find(wanted, execution.workFolder(), task.checkpoints());
        if (found.transcript().isEmpty()) {
            waitFor(task, found.unreached());
        }
        task.warnings().addAll(found.warnings());
        Transcript written = found.transcript().isEmpty() ? told(page, wanted.chapters()) : found.transcript();
        Transcript transcript =
                written.isEmpty() ? listener.listen(task, wanted.recordings(), wanted.chapters()) : written;
        if (!transcript.isEmpty()) {
            execution.log(
                    LogLine.Level.INFO,
                    "Transcript of " + transcript.passages().size() + " paragraphs from " + transcript.source());
        }
        return transcript;
    }

    /** What somebody wrote is worth waiting for: it is better than what a machine hears, and cheaper. */
    private void waitFor(SessionTask task, List<TranscriptFinder.Unreached> places) throws JobFailedException {
        for (TranscriptFinder.Unreached place : places) {
            Optional<Failure> passing = patience.failure(
                    task.execution().command(), place.address(), place.cause().failure());
            if (passing.isPresent()) {
                throw new JobFailedException(passing.get(), place.cause());
            }
        }
    }

    /** Those in a file before those that the page tells machines, and those before what it tells people. */
    private Chapters chapters(SessionTask task, SessionPage page) throws InterruptedException, IOException {
        List<SubtitleLink> files = page.links(PageLink.Kind.CHAPTERS).stream()
                .map(link -> new SubtitleLink(link.address(), link.text()))
                .toList();
        Chapters filed = chapterFinder.find(
                files,
                task.request().sourceLanguage(),
                task.execution().workFolder(),
                task.checkpoints(),
                task.warnings());
        if (!filed.isEmpty()) {
            return filed;
        }
        String told =
                page.facts().all(FactName.CHAPTER).stream().map(Fact::value).collect(Collectors.joining("\n"));
        Chapters ofMachines = Chapters.of(ChapterLines.in(told), PAGE);
        return ofMachines.isEmpty() ? Chapters.of(ChapterLines.in(page.markdown()), PAGE) : ofMachines;
    }

    private static TranscriptRequest wanted(
            SessionParameters request, SessionFacts sheet, SessionPage page, Chapters chapters) {
        return new TranscriptRequest(
                request.videoTranscript(),
                request.videoTranscriptKey(),
                subtitles(page),
                videos(sheet, page),
                request.sourceLanguage(),
                chapters);
    }

    /** Some pages tell it to machines only. */
    private static Transcript told(SessionPage page, Chapters chapters) {
        return page.facts()
                .first(FactName.TRANSCRIPT)
                .map(fact -> Subtitles.readGiven(fact.value(), chapters, PAGE))
                .orElse(Transcript.NONE);
    }

    private static List<SubtitleLink> subtitles(SessionPage page) {
        List<SubtitleLink> links = new ArrayList<>();
        page.links(PageLink.Kind.SUBTITLES).forEach(link -> links.add(new SubtitleLink(link.address(), link.text())));
        page.facts().all(FactName.SUBTITLES).forEach(fact -> links.add(new SubtitleLink(fact.value(), "")));
        return links;
    }

    /** The recording of the session first, then what else the page shows of it: often the same in another format. */
    private static List<String> videos(SessionFacts sheet, SessionPage page) {
        List<String> videos = new ArrayList<>(sheet.all(SessionField.VIDEO));
        page.links(PageLink.Kind.VIDEO).stream()
                .map(PageLink::address)
                .filter(address -> !videos.contains(address))
                .forEach(videos::add);
        return videos;
    }
}
