package io.eventjobs.worker.session.transcript;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Subtitles;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.checkpoint.Revalidation;
import io.eventjobs.worker.checkpoint.Revalidator;
import io.eventjobs.worker.session.fetch.CachingFetcher;
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
    private static final int MAX_GIVEN_LENGTH = 10 << 20;

    private final CachingFetcher fetches;
    private final ArtifactStore store;

    public TranscriptFinder(CachingFetcher fetches, ArtifactStore store) {
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
        Found found = given.isEmpty() ? sought(request, folder, checkpoints) : new Found(given, List.of(), List.of());
        warnings.addAll(found.warnings());
        return new Found(found.transcript(), warnings, found.unreached());
    }

    private Transcript given(TranscriptRequest request, List<String> warnings) {
        if (request.given() != null) {
            return Subtitles.readGiven(request.given(), request.chapters(), "request");
        }
        return request.givenKey() == null ? Transcript.NONE : stored(request.givenKey(), request.chapters(), warnings);
    }

    private Transcript stored(String key, Chapters chapters, List<String> warnings) {
        try (InputStream content = store.open(key)) {
            String text = new String(content.readNBytes(MAX_GIVEN_LENGTH), StandardCharsets.UTF_8);
            return Subtitles.readGiven(text, chapters, "request");
        } catch (ObjectMissingException e) {
            warnings.add("The transcript that was given with the job is no longer stored.");
            return Transcript.NONE;
        } catch (IOException e) {
            throw new ArtifactStoreException("The given transcript could not be read to its end", e);
        }
    }

    private Found sought(TranscriptRequest request, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        SubtitleCandidates places = SubtitleCandidates.of(request);
        if (places.isEmpty()) {
            return Found.NOTHING;
        }
        Path target = folder.resolve("subtitles");
        return checkpoints.revalidate(
                checkpoints.shared(TranscriptCodec.STEP, places.inputs()),
                new TranscriptCodec(),
                new Revalidator<Found, TranscriptCodec.Text, RuntimeException>() {
                    @Override
                    public Found compute() throws IOException, InterruptedException {
                        return seek(places, target, checkpoints);
                    }

                    @Override
                    public Revalidation<Found> revalidate(TranscriptCodec.Text stored, Age age)
                            throws IOException, InterruptedException {
                        return new Revalidation.Replaced<>(readAgain(stored.source(), places, target, checkpoints));
                    }
                });
    }

    /** Of all the places only the one that had a transcript is asked, as long as it has. */
    private Found readAgain(String address, SubtitleCandidates places, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Found again = fetch(address, places, target, checkpoints);
        return again.transcript().isEmpty() ? seek(places, target, checkpoints) : again;
    }

    /** What a page names and does not have is missed; what may lie beside a video need not. */
    private Found seek(SubtitleCandidates places, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        List<Found> vain = new ArrayList<>();
        for (String address : places.named()) {
            Found found = fetch(address, places, target, checkpoints);
            if (!found.transcript().isEmpty()) {
                return found.after(vain);
            }
            vain.add(found);
        }
        for (String address : places.guessed()) {
            Found found = fetch(address, places, target, checkpoints);
            if (!found.transcript().isEmpty()) {
                return found.after(vain);
            }
        }
        return Found.NOTHING.after(vain);
    }

    private Found fetch(String address, SubtitleCandidates places, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        try {
            return fetches.fetch(
                            new FetchRequest(address, ACCEPT, target, FetchLimits.subtitles()),
                            fetched -> Subtitles.read(
                                    Files.readAllBytes(fetched.file()),
                                    fetched.charset(),
                                    places.language(),
                                    places.chapters(),
                                    address),
                            Optional::isPresent,
                            checkpoints)
                    .map(transcript -> new Found(transcript, List.of(), List.of()))
                    .orElseGet(() -> new Found(
                            Transcript.NONE, List.of("No subtitles can be read at " + address + "."), List.of()));
        } catch (FetchException e) {
            String warning = "Subtitles were not fetched from " + address + ": "
                    + e.failure().message();
            return new Found(Transcript.NONE, List.of(warning), List.of(new Unreached(address, e)));
        }
    }

    /**
     * What was found.
     *
     * @param warnings what was tried in vain, each one sentence
     * @param unreached of it, the places that gave no answer
     */
    public record Found(Transcript transcript, List<String> warnings, List<Unreached> unreached) {
        static final Found NOTHING = new Found(Transcript.NONE, List.of(), List.of());

        public Found {
            warnings = List.copyOf(warnings);
            unreached = List.copyOf(unreached);
        }

        private Found after(List<Found> vain) {
            return new Found(
                    transcript,
                    vain.stream().flatMap(found -> found.warnings().stream()).toList(),
                    vain.stream().flatMap(found -> found.unreached().stream()).toList());
        }
    }

    /** A place that may have a transcript, and why that is not known. */
    public record Unreached(String address, FetchException cause) {}
}
