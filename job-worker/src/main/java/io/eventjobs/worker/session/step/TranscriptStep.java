package io.eventjobs.worker.session.step;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.model.job.Failure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.template.DocumentTemplate;
import io.eventjobs.template.SourcePart;
import io.eventjobs.transcript.ChapterLines;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.SubtitleLink;
import io.eventjobs.transcript.Subtitles;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.SessionField;
import io.eventjobs.worker.session.fetch.CachingFetcher;
import io.eventjobs.worker.session.speech.SpeechTranscriber;
import io.eventjobs.worker.session.speech.TranscriptionProgress;
import io.eventjobs.worker.session.speech.TranscriptionResult;
import io.eventjobs.worker.session.speech.TranscriptionTask;
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
 * Finds the transcript of a session: existing subtitles, else recognized speech of the recording. If there is a
 * recording but no transcript, that is a warning.
 */
public final class TranscriptStep {
    private static final String PAGE = "page";

    private final TranscriptFinder finder;
    private final ChapterFinder chapterFinder;
    private final SpeechTranscriber transcriber;
    private final MissingPartPolicy missingParts;

    public TranscriptStep(
            CachingFetcher fetcher,
            ArtifactStore store,
            SpeechTranscriber transcriber,
            MissingPartPolicy missingParts) {
        this.finder = new TranscriptFinder(fetcher, store);
        this.chapterFinder = new ChapterFinder(fetcher);
        this.transcriber = transcriber;
        this.missingParts = missingParts;
    }

    /** @param template of which the failure tells, if it needs a transcript and another attempt would not find one */
    public Transcript find(SessionTask task, SessionFacts facts, SessionPage page, DocumentTemplate template)
            throws JobFailedException, InterruptedException, IOException {
        Chapters chapters = chapters(task, page);
        TranscriptRequest request = task.scope().isSingle()
                ? TranscriptRequest.ofSource(
                        task.request().url(), task.request().sourceLanguage())
                : request(task.request(), facts, page, chapters);
        Transcript transcript = request.hasSources() ? found(task, request, page, template) : ofPage(page, chapters);
        return transcript.chapters().isEmpty() ? transcript.withChapters(chapters) : transcript;
    }

    private Transcript found(SessionTask task, TranscriptRequest request, SessionPage page, DocumentTemplate template)
            throws JobFailedException, InterruptedException, IOException {
        Execution execution = task.execution();
        execution.begin(ProgressStep.TRANSCRIBING, "Looking for a transcript");
        TranscriptFinder.Found found = finder.find(request, execution.workFolder(), task.checkpoints());
        if (found.transcript().isEmpty()) {
            waitIfTransient(task, found.unreached());
        }
        task.warnings().addAll(found.warnings());
        task.warnings().addAll(found.remarks());
        if (task.scope().isSingle() && found.transcript().isEmpty() && found.isForeignText()) {
            throw JobFailedException.of(FailureCode.NOT_SUBTITLES, String.join(" ", found.warnings()));
        }
        Transcript written = found.transcript().isEmpty() ? ofPage(page, request.chapters()) : found.transcript();
        Transcript transcript = written;
        if (written.isEmpty()) {
            TranscriptionResult heard = recognized(task, request);
            transcript = heard.transcript();
            boolean mayChange = !found.unreached().isEmpty() || !found.isForeignText() || !heard.isImpossible();
            if (!mayChange && template.needs().contains(SourcePart.TRANSCRIPT)) {
                throw JobFailedException.of(
                        FailureCode.NOT_SUBTITLES,
                        CompositionStep.missing(template, SourcePart.TRANSCRIPT, task.warnings()));
            }
        }
        if (!transcript.isEmpty()) {
            execution.log(
                    LogLine.Level.INFO,
                    "Transcript of " + transcript.passages().size() + " paragraphs from " + transcript.source());
        }
        return transcript;
    }

    private TranscriptionResult recognized(SessionTask task, TranscriptRequest request)
            throws IOException, InterruptedException {
        TranscriptionResult result = transcriber.transcribe(
                request.recordings(),
                request.chapters(),
                new TranscriptionTask(
                        task.execution().command().jobId(),
                        task.request().sourceLanguage(),
                        task.execution().workFolder(),
                        task.checkpoints(),
                        new ReportedProgress(task.execution())));
        task.warnings().addAll(result.warnings());
        return result;
    }

    /** Existing subtitles are worth waiting for, since they are better and cheaper than speech recognition. */
    private void waitIfTransient(SessionTask task, List<TranscriptFinder.Unreached> unreached)
            throws JobFailedException {
        for (TranscriptFinder.Unreached place : unreached) {
            Optional<Failure> transientFailure = missingParts.failure(
                    task.execution().command(), place.address(), place.cause().failure());
            if (transientFailure.isPresent()) {
                throw new JobFailedException(transientFailure.get(), place.cause());
            }
        }
    }

    /** Chapters of a file come first, then those of the page's metadata, then those of its text. */
    private Chapters chapters(SessionTask task, SessionPage page) throws InterruptedException, IOException {
        List<SubtitleLink> files = page.links(PageLink.Kind.CHAPTERS).stream()
                .map(link -> new SubtitleLink(link.address(), link.text()))
                .toList();
        Chapters ofFile = chapterFinder.find(
                files, task.request().sourceLanguage(), task.execution().workFolder(), task.checkpoints(), task::warn);
        if (!ofFile.isEmpty()) {
            return ofFile;
        }
        String metadata =
                page.facts().all(FactName.CHAPTER).stream().map(Fact::value).collect(Collectors.joining("\n"));
        Chapters ofMetadata = Chapters.of(ChapterLines.in(metadata), PAGE);
        return ofMetadata.isEmpty() ? Chapters.of(ChapterLines.in(page.markdown()), PAGE) : ofMetadata;
    }

    private static TranscriptRequest request(
            SessionParameters request, SessionFacts facts, SessionPage page, Chapters chapters) {
        return new TranscriptRequest(
                request.videoTranscript(),
                request.videoTranscriptKey(),
                subtitles(page),
                videos(facts, page),
                request.sourceLanguage(),
                chapters);
    }

    /** Some pages have a transcript in their metadata only. */
    private static Transcript ofPage(SessionPage page, Chapters chapters) {
        return page.facts()
                .first(FactName.TRANSCRIPT)
                .map(fact -> Subtitles.readGiven(fact.value(), chapters, PAGE).transcript())
                .orElse(Transcript.NONE);
    }

    private static List<SubtitleLink> subtitles(SessionPage page) {
        List<SubtitleLink> links = new ArrayList<>();
        page.links(PageLink.Kind.SUBTITLES).forEach(link -> links.add(new SubtitleLink(link.address(), link.text())));
        page.facts().all(FactName.SUBTITLES).forEach(fact -> links.add(new SubtitleLink(fact.value(), "")));
        return links;
    }

    /** The recording of the session first, then other videos of the page: often the same in another format. */
    private static List<String> videos(SessionFacts facts, SessionPage page) {
        List<String> videos = new ArrayList<>(facts.all(SessionField.VIDEO));
        page.links(PageLink.Kind.VIDEO).stream()
                .map(PageLink::address)
                .filter(address -> !videos.contains(address))
                .forEach(videos::add);
        return videos;
    }

    /** Reports the progress of a transcription as that of the job. */
    private record ReportedProgress(Execution execution) implements TranscriptionProgress {
        @Override
        public void begin(String message) {
            execution.begin(ProgressStep.TRANSCRIBING, message);
        }

        @Override
        public void advance(int done, int total, String message) {
            execution.advance(done, total, message);
        }

        @Override
        public void warn(String message) {
            execution.log(LogLine.Level.WARNING, message);
        }
    }
}
