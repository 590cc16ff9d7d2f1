package io.eventjobs.worker.session.media;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.http.GuardedHttpClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the transcript of a talk: given, linked on the page, or beside the video. Thread-safe. */
public final class TranscriptFinder {
    private static final String ACCEPT = "text/vtt, application/x-subrip, text/plain;q=0.8, */*;q=0.5";
    private static final int LONGEST_GIVEN = 10 << 20;
    private static final int MOST_VIDEOS = 2;

    private final GuardedHttpClient http;
    private final ArtifactStore store;

    public TranscriptFinder(GuardedHttpClient http, ArtifactStore store) {
        this.http = http;
        this.store = store;
    }

    /**
     * Looks in every place until one has a transcript.
     *
     * @param folder for what is fetched
     */
    public Found find(TranscriptRequest request, Path folder) throws InterruptedException {
        List<String> warnings = new ArrayList<>();
        Transcript given = given(request, warnings);
        Transcript found = given.isEmpty() ? fetched(request, folder, warnings) : given;
        if (found.isEmpty() && request.asksForOne()) {
            warnings.add(
                    "No transcript: there are no usable subtitles, neither given, nor linked on the page, nor beside"
                            + " the video, and no speech recognition is configured.");
        }
        return new Found(found, warnings);
    }

    private Transcript given(TranscriptRequest request, List<String> warnings) {
        if (request.given() != null) {
            return Subtitles.readGiven(request.given(), "request");
        }
        return request.givenKey() == null ? Transcript.NONE : stored(request.givenKey(), warnings);
    }

    private Transcript stored(String key, List<String> warnings) {
        try (InputStream content = store.open(key)) {
            String text = new String(content.readNBytes(LONGEST_GIVEN), StandardCharsets.UTF_8);
            return Subtitles.readGiven(text, "request");
        } catch (ObjectMissingException e) {
            warnings.add("The transcript that was given with the job is no longer stored.");
            return Transcript.NONE;
        } catch (IOException e) {
            throw new ArtifactStoreException("The given transcript could not be read to its end", e);
        }
    }

    private Transcript fetched(TranscriptRequest request, Path folder, List<String> warnings)
            throws InterruptedException {
        for (String address : SubtitleChoice.ofPage(request.links(), request.sourceLanguage())) {
            Optional<Transcript> transcript = fetch(address, folder, warnings);
            if (transcript.isPresent()) {
                return transcript.get();
            }
        }
        List<String> guesses = request.videos().stream()
                .limit(MOST_VIDEOS)
                .flatMap(video -> SubtitleChoice.beside(video).stream())
                .toList();
        for (String address : guesses) {
            Optional<Transcript> transcript = fetch(address, folder, new ArrayList<>());
            if (transcript.isPresent()) {
                return transcript.get();
            }
        }
        return Transcript.NONE;
    }

    private Optional<Transcript> fetch(String address, Path folder, List<String> warnings) throws InterruptedException {
        Path target = folder.resolve("subtitles");
        try {
            http.fetch(new FetchRequest(address, ACCEPT, target, FetchLimits.subtitles()));
            Optional<Transcript> transcript = Subtitles.read(Files.readAllBytes(target), address);
            if (transcript.isEmpty()) {
                warnings.add("No subtitles can be read at " + address + ".");
            }
            return transcript;
        } catch (FetchException e) {
            warnings.add("Subtitles were not fetched from " + address + ": "
                    + e.failure().message());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
