package io.eventjobs.worker.session.media;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.checkpoint.Verdict;
import io.eventjobs.worker.session.fetch.Fetches;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the transcript of a talk that somebody wrote: given, linked on the page, or beside the video. Thread-safe. */
public final class TranscriptFinder {
    private static final String ACCEPT =
            "text/vtt, application/x-subrip, application/ttml+xml, text/plain;q=0.8, */*;q=0.5";
    private static final int LONGEST_GIVEN = 10 << 20;

    private final Fetches fetches;
    private final ArtifactStore store;

    public TranscriptFinder(Fetches fetches, ArtifactStore store) {
        this.fetches = fetches;
        this.store = store;
    }

    /**
     * Looks in every place until one has a transcript.
     *
     * @param folder for what is fetched
     */
    public Found find(TranscriptRequest request, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        List<String> warnings = new ArrayList<>();
        Transcript given = given(request, warnings);
        Transcript found = given.isEmpty() ? sought(request, folder, checkpoints, warnings) : given;
        return new Found(found, warnings);
    }

    private Transcript given(TranscriptRequest request, List<String> warnings) {
        if (request.given() != null) {
            return Subtitles.readGiven(request.given(), request.chapters(), "request");
        }
        return request.givenKey() == null ? Transcript.NONE : stored(request.givenKey(), request.chapters(), warnings);
    }

    private Transcript stored(String key, Chapters chapters, List<String> warnings) {
        try (InputStream content = store.open(key)) {
            String text = new String(content.readNBytes(LONGEST_GIVEN), StandardCharsets.UTF_8);
            return Subtitles.readGiven(text, chapters, "request");
        } catch (ObjectMissingException e) {
            warnings.add("The transcript that was given with the job is no longer stored.");
            return Transcript.NONE;
        } catch (IOException e) {
            throw new ArtifactStoreException("The given transcript could not be read to its end", e);
        }
    }

    private Transcript sought(TranscriptRequest request, Path folder, Checkpoints checkpoints, List<String> warnings)
            throws InterruptedException, IOException {
        SubtitlePlaces places = SubtitlePlaces.of(request);
        if (places.isEmpty()) {
            return Transcript.NONE;
        }
        Path target = folder.resolve("subtitles");
        Found found = checkpoints.resume(
                checkpoints.shared(TranscriptForm.STEP, places.inputs()),
                new TranscriptForm(),
                (kept, age) -> new Verdict.Changed<>(readAgain(kept.source(), places, target, checkpoints)),
                () -> seek(places, target, checkpoints));
        warnings.addAll(found.warnings());
        return found.transcript();
    }

    /** Of all the places only the one that had a transcript is asked, as long as it has. */
    private Found readAgain(String address, SubtitlePlaces places, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Optional<Transcript> transcript = fetch(address, places, target, checkpoints, new ArrayList<>());
        return transcript.isPresent() ? new Found(transcript.get(), List.of()) : seek(places, target, checkpoints);
    }

    /** What a page names and does not have is missed; what may lie beside a video need not. */
    private Found seek(SubtitlePlaces places, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        List<String> warnings = new ArrayList<>();
        for (String address : places.named()) {
            Optional<Transcript> transcript = fetch(address, places, target, checkpoints, warnings);
            if (transcript.isPresent()) {
                return new Found(transcript.get(), warnings);
            }
        }
        for (String address : places.guessed()) {
            Optional<Transcript> transcript = fetch(address, places, target, checkpoints, new ArrayList<>());
            if (transcript.isPresent()) {
                return new Found(transcript.get(), warnings);
            }
        }
        return new Found(Transcript.NONE, warnings);
    }

    private Optional<Transcript> fetch(
            String address, SubtitlePlaces places, Path target, Checkpoints checkpoints, List<String> warnings)
            throws InterruptedException, IOException {
        try {
            Optional<Transcript> transcript = fetches.fetch(
                    new FetchRequest(address, ACCEPT, target, FetchLimits.subtitles()),
                    fetched -> Subtitles.read(
                            Files.readAllBytes(fetched.file()),
                            fetched.charset(),
                            places.language(),
                            places.chapters(),
                            address),
                    Optional::isPresent,
                    checkpoints);
            if (transcript.isEmpty()) {
                warnings.add("No subtitles can be read at " + address + ".");
            }
            return transcript;
        } catch (FetchException e) {
            warnings.add("Subtitles were not fetched from " + address + ": "
                    + e.failure().message());
            return Optional.empty();
        }
    }

    /**
     * What was found.
     *
     * @param warnings what was tried in vain, each one sentence
     */
    public record Found(Transcript transcript, List<String> warnings) {
        public Found {
            warnings = List.copyOf(warnings);
        }
    }
}
