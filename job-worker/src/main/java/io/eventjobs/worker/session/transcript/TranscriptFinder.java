package io.eventjobs.worker.session.transcript;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ObjectMissingException;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.FetchLimits;
import io.eventjobs.http.FetchRequest;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.SubtitleReading;
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

/** Finds an existing transcript: given with the job, linked on the page, or next to the video. Thread-safe. */
public final class TranscriptFinder {
    private static final String ACCEPT =
            "text/vtt, application/x-subrip, application/ttml+xml, text/plain;q=0.8, */*;q=0.5";
    private static final int MAX_GIVEN_BYTES = 10 << 20;

    private final CachingFetcher fetcher;
    private final ArtifactStore store;

    public TranscriptFinder(CachingFetcher fetcher, ArtifactStore store) {
        this.fetcher = fetcher;
        this.store = store;
    }

    /**
     * Tries one source after the other until one has a transcript.
     *
     * @param folder for fetched files
     */
    public Found find(TranscriptRequest request, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        List<String> warnings = new ArrayList<>();
        Optional<SubtitleReading> given = given(request, warnings);
        if (given.isPresent() && !given.get().isEmpty()) {
            return Found.of(given.get(), "The given transcript");
        }
        Found found = search(request, folder, checkpoints);
        warnings.addAll(found.warnings());
        return new Found(found.transcript(), found.remarks(), warnings, found.unreached(), found.isForeignText());
    }

    private Optional<SubtitleReading> given(TranscriptRequest request, List<String> warnings) {
        if (request.given() != null) {
            return Optional.of(Subtitles.readGiven(request.given(), request.chapters(), "request"));
        }
        return request.givenKey() == null ? Optional.empty() : stored(request.givenKey(), request.chapters(), warnings);
    }

    private Optional<SubtitleReading> stored(String key, Chapters chapters, List<String> warnings) {
        try (InputStream content = store.open(key)) {
            String text = new String(content.readNBytes(MAX_GIVEN_BYTES), StandardCharsets.UTF_8);
            return Optional.of(Subtitles.readGiven(text, chapters, "request"));
        } catch (ObjectMissingException e) {
            warnings.add("The transcript that was given with the job is no longer stored.");
            return Optional.empty();
        } catch (IOException e) {
            throw new ArtifactStoreException("The given transcript could not be read completely", e);
        }
    }

    private Found search(TranscriptRequest request, Path folder, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        SubtitleCandidates candidates = SubtitleCandidates.of(request);
        if (candidates.isEmpty()) {
            return Found.NOTHING;
        }
        Path target = folder.resolve("subtitles");
        return checkpoints.revalidate(
                checkpoints.shared(TranscriptCodec.STEP, candidates.inputs()),
                new TranscriptCodec(),
                new Revalidator<Found, TranscriptCodec.Text, RuntimeException>() {
                    @Override
                    public Found compute() throws IOException, InterruptedException {
                        return seek(candidates, target, checkpoints);
                    }

                    @Override
                    public Revalidation<Found> revalidate(TranscriptCodec.Text stored, Age age)
                            throws IOException, InterruptedException {
                        return new Revalidation.Replaced<>(readAgain(stored.source(), candidates, target, checkpoints));
                    }
                });
    }

    /** Only the address that had the transcript is fetched again, as long as it still has one. */
    private Found readAgain(String address, SubtitleCandidates candidates, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        Found again = fetch(address, candidates, target, checkpoints);
        return again.transcript().isEmpty() ? seek(candidates, target, checkpoints) : again;
    }

    /** A link of the page that leads nowhere is a warning; an address that was only guessed is not. */
    private Found seek(SubtitleCandidates candidates, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        List<Found> failed = new ArrayList<>();
        for (String address : candidates.linked()) {
            Found found = fetch(address, candidates, target, checkpoints);
            if (!found.transcript().isEmpty()) {
                return found.after(failed);
            }
            failed.add(found);
        }
        for (String address : candidates.guessed()) {
            Found found = fetch(address, candidates, target, checkpoints);
            if (!found.transcript().isEmpty()) {
                return found.after(failed);
            }
        }
        return Found.NOTHING.after(failed);
    }

    private Found fetch(String address, SubtitleCandidates candidates, Path target, Checkpoints checkpoints)
            throws InterruptedException, IOException {
        try {
            SubtitleReading reading = fetcher.fetch(
                    new FetchRequest(address, ACCEPT, target, FetchLimits.subtitles()),
                    fetched -> Subtitles.read(
                            Files.readAllBytes(fetched.file()),
                            fetched.charset(),
                            candidates.language(),
                            candidates.chapters(),
                            address),
                    found -> !found.isEmpty(),
                    checkpoints);
            return reading.isEmpty() ? Found.nothing(reading, address) : Found.of(reading, "Subtitles at " + address);
        } catch (FetchException e) {
            String warning = "The subtitles could not be fetched from " + address + ": "
                    + e.failure().message();
            return new Found(Transcript.NONE, List.of(), List.of(warning), List.of(new Unreached(address, e)), false);
        }
    }

    /**
     * What was found.
     *
     * @param remarks what was left out of the transcript's file or guessed, each one sentence
     * @param warnings what failed, each one sentence
     * @param unreached the addresses among them that could not be fetched
     * @param isForeignText whether a link of the page leads to a text that holds no subtitles, which another attempt will not change
     */
    public record Found(
            Transcript transcript,
            List<String> remarks,
            List<String> warnings,
            List<Unreached> unreached,
            boolean isForeignText) {
        static final Found NOTHING = new Found(Transcript.NONE, List.of(), List.of(), List.of(), false);

        public Found {
            remarks = List.copyOf(remarks);
            warnings = List.copyOf(warnings);
            unreached = List.copyOf(unreached);
        }

        private static Found of(SubtitleReading reading, String file) {
            List<String> remarks = reading.warnings().stream()
                    .map(warning -> file + ": " + warning + ".")
                    .toList();
            return new Found(reading.transcript(), remarks, List.of(), List.of(), false);
        }

        private static Found nothing(SubtitleReading reading, String address) {
            String warning =
                    "No subtitles can be read at " + address + ": " + String.join(", ", reading.warnings()) + ".";
            return new Found(Transcript.NONE, List.of(), List.of(warning), List.of(), reading.isText());
        }

        private Found after(List<Found> failed) {
            return new Found(
                    transcript,
                    remarks,
                    failed.stream().flatMap(found -> found.warnings().stream()).toList(),
                    failed.stream().flatMap(found -> found.unreached().stream()).toList(),
                    failed.stream().anyMatch(Found::isForeignText));
        }
    }

    /** An address that may have a transcript, but could not be fetched. */
    public record Unreached(String address, FetchException cause) {}
}
