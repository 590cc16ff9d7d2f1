package io.eventjobs.worker.session;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.FetchedResource;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.model.job.LogLine;
import io.eventjobs.model.job.ProgressStep;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.execution.Execution;
import io.eventjobs.worker.session.document.SessionSheet;
import io.eventjobs.worker.session.media.Cue;
import io.eventjobs.worker.session.media.SubtitleReader;
import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.page.SessionPage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what was said: given with the job, else subtitles linked on the page, else subtitles beside the video. */
public final class TranscriptStep {
    private static final int LONGEST_GIVEN = 8 << 20;

    private final GuardedHttpClient http;
    private final ArtifactStore store;

    public TranscriptStep(GuardedHttpClient http, ArtifactStore store) {
        this.http = http;
        this.store = store;
    }

    @Nullable Transcript find(
            Execution execution, SessionParameters request, SessionSheet sheet, SessionPage page, List<String> warnings)
            throws InterruptedException, IOException {
        String given = given(request);
        if (given != null) {
            execution.begin(ProgressStep.TRANSCRIBING, "Using the given transcript");
            return SubtitleReader.isSubtitles(given)
                    ? Transcript.ofCues("given", SubtitleReader.read(given))
                    : Transcript.ofText("given", given);
        }
        List<PageLink> linked = linked(page, request.sourceLanguage());
        if (linked.isEmpty() && sheet.video().isEmpty()) {
            return null;
        }
        execution.begin(ProgressStep.TRANSCRIBING, "Looking for subtitles");
        Optional<Transcript> found = firstLinked(execution, linked, warnings);
        return found.isPresent() ? found.get() : besideVideo(execution, sheet, warnings);
    }

    private @Nullable String given(SessionParameters request) throws IOException {
        if (request.videoTranscript() != null) {
            return request.videoTranscript();
        }
        if (request.videoTranscriptKey() == null) {
            return null;
        }
        try (InputStream stored = store.open(request.videoTranscriptKey())) {
            return new String(stored.readNBytes(LONGEST_GIVEN), StandardCharsets.UTF_8);
        }
    }

    /** Those of the talk's language first, then English, then any. */
    private static List<PageLink> linked(SessionPage page, String language) {
        return page.links(PageLink.Kind.SUBTITLES).stream()
                .sorted(Comparator.comparingInt(link -> rank(link, language)))
                .toList();
    }

    private static int rank(PageLink link, String language) {
        String hint = (link.text() + " " + link.address()).toLowerCase(Locale.ROOT);
        String wanted = language.toLowerCase(Locale.ROOT).split("-")[0];
        if (hint.matches(".*\\b" + wanted + "\\b.*")) {
            return 0;
        }
        return hint.matches(".*\\ben\\b.*") ? 1 : 2;
    }

    private Optional<Transcript> firstLinked(Execution execution, List<PageLink> links, List<String> warnings)
            throws InterruptedException, IOException {
        for (PageLink link : links.subList(0, Math.min(3, links.size()))) {
            try {
                Optional<Transcript> read = read(execution, link.address());
                if (read.isPresent()) {
                    return read;
                }
                warnings.add("The subtitles " + link.address() + " hold no cues.");
            } catch (FetchException e) {
                warnings.add("The subtitles " + link.address() + " could not be fetched: "
                        + e.failure().code() + ".");
            }
        }
        return Optional.empty();
    }

    private @Nullable Transcript besideVideo(Execution execution, SessionSheet sheet, List<String> warnings)
            throws InterruptedException, IOException {
        if (sheet.video().isEmpty()) {
            return null;
        }
        for (String address : siblings(sheet.video().get())) {
            try {
                Optional<Transcript> read = read(execution, address);
                if (read.isPresent()) {
                    return read.get();
                }
            } catch (FetchException e) {
                execution.log(
                        LogLine.Level.INFO,
                        "No subtitles at " + address + " (" + e.failure().code() + ")");
            }
        }
        warnings.add("No transcript: the video has no subtitles, and no speech recognition is configured.");
        return null;
    }

    /** {@code talk.av1.webm} may have {@code talk.vtt} beside it, or {@code talk.av1.vtt}. */
    static List<String> siblings(String video) {
        String path = video.split("[?#]")[0];
        int dot = path.lastIndexOf('.');
        if (dot <= path.lastIndexOf('/')) {
            return List.of();
        }
        String stem = path.substring(0, dot);
        List<String> stems = new ArrayList<>();
        int second = stem.lastIndexOf('.');
        boolean codec = second > stem.lastIndexOf('/') && stem.length() - second <= 6;
        if (codec) {
            stems.add(stem.substring(0, second));
        }
        stems.add(stem);
        return stems.stream()
                .flatMap(one -> List.of(one + ".vtt", one + ".srt").stream())
                .toList();
    }

    private Optional<Transcript> read(Execution execution, String address)
            throws FetchException, InterruptedException, IOException {
        FetchedResource fetched = http.fetch(new FetchRequest(
                address,
                "text/vtt,application/x-subrip,text/plain;q=0.8,*/*;q=0.5",
                execution.workFolder().resolve("subtitles"),
                FetchLimits.subtitles()));
        List<Cue> cues = SubtitleReader.read(SubtitleReader.decoded(Files.readAllBytes(fetched.file())));
        if (cues.isEmpty()) {
            return Optional.empty();
        }
        execution.log(LogLine.Level.INFO, "Read " + cues.size() + " cues from " + address);
        return Optional.of(Transcript.ofCues(address, cues));
    }
}
