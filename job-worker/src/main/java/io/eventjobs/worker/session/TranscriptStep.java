package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.document.SheetField;
import io.eventjobs.worker.session.media.SubtitleLink;
import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.media.TranscriptFinder;
import io.eventjobs.worker.session.media.TranscriptRequest;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.page.SessionPage;
import java.util.ArrayList;
import java.util.List;

/** Finds what was said. A session without a recording needs none; of one with a recording its lack is a warning. */
public final class TranscriptStep {
    private final TranscriptFinder finder;

    public TranscriptStep(GuardedHttpClient http, ArtifactStore store) {
        this.finder = new TranscriptFinder(http, store);
    }

    Transcript find(
            Execution execution, SessionParameters request, SessionSheet sheet, SessionPage page, List<String> warnings)
            throws InterruptedException {
        TranscriptRequest wanted = new TranscriptRequest(
                request.videoTranscript(),
                request.videoTranscriptKey(),
                subtitles(page),
                videos(sheet, page),
                request.sourceLanguage());
        if (!wanted.asksForOne()) {
            return Transcript.NONE;
        }
        execution.begin(ProgressStep.TRANSCRIBING, "Looking for a transcript");
        TranscriptFinder.Found found = finder.find(wanted, execution.workFolder());
        warnings.addAll(found.warnings());
        Transcript transcript = found.transcript();
        if (!transcript.isEmpty()) {
            execution.log(
                    LogLine.Level.INFO,
                    "Transcript of " + transcript.passages().size() + " paragraphs from " + transcript.source());
        }
        return transcript;
    }

    private static List<SubtitleLink> subtitles(SessionPage page) {
        return page.links(PageLink.Kind.SUBTITLES).stream()
                .map(link -> new SubtitleLink(link.address(), link.text()))
                .toList();
    }

    /** The recording of the session first, then what else the page shows of it: often the same in another format. */
    private static List<String> videos(SessionSheet sheet, SessionPage page) {
        List<String> videos = new ArrayList<>(sheet.all(SheetField.VIDEO));
        page.links(PageLink.Kind.VIDEO).stream()
                .map(PageLink::address)
                .filter(address -> !videos.contains(address))
                .forEach(videos::add);
        return videos;
    }
}
