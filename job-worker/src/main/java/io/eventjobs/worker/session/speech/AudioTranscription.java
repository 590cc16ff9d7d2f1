package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.session.recording.AudioSegment;
import io.eventjobs.worker.session.recording.ExtractedAudio;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes a sound in segments, several at once. A segment that cannot be recognized leaves a gap and a warning; when the
 * service can do no more for now, no further one is sent. For one sound.
 */
final class AudioTranscription {
    private final SegmentTranscriber recognition;
    private final TranscriptionTask task;
    private final AtomicReference<@Nullable EndpointException> lasting = new AtomicReference<>();
    private final AtomicInteger done = new AtomicInteger();

    AudioTranscription(SegmentTranscriber recognition, TranscriptionTask task) {
        this.recognition = recognition;
        this.task = task;
    }

    RecordingTranscript recognize(ExtractedAudio sound, List<AudioSegment> segments, int parallel) throws IOException, InterruptedException {
        List<Outcome> outcomes = all(sound, segments, parallel);
        EndpointException end = lasting.get();
        if (end != null) {
            return RecordingTranscript.nothing("No transcript: the recording could not be recognized. " + end.getMessage());
        }
        List<TimedSegment> hearings = outcomes.stream()
                .map(Outcome::hearing)
                .flatMap(Optional::stream)
                .toList();
        List<String> warnings = new ArrayList<>();
        outcomes.stream().map(Outcome::warning).flatMap(Optional::stream).forEach(warnings::add);
        List<Cue> cues = OverlapJoin.join(hearings);
        if (cues.isEmpty() && warnings.isEmpty()) {
            warnings.add("No transcript: nothing is said in the recording.");
        }
        return new RecordingTranscript(cues, sound.chapters(), warnings);
    }

    /**
     * In their order. Each job begins at another one: jobs that wait for the same recording meet in the middle, and find there
     * what the others have done.
     */
    private List<Outcome> all(ExtractedAudio sound, List<AudioSegment> segments, int parallel)
            throws IOException, InterruptedException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            order.add(i);
        }
        Collections.rotate(
                order, Math.floorMod(task.execution().command().jobId().hashCode(), segments.size()));
        ExecutorService lanes = Executors.newFixedThreadPool(
                parallel, Thread.ofVirtual().name("speech-segment-", 0).factory());
        try {
            List<@Nullable Future<Outcome>> futures = new ArrayList<>(Collections.nCopies(segments.size(), null));
            for (int index : order) {
                futures.set(index, lanes.submit(() -> outcome(sound, segments.get(index), segments.size())));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                outcomes.add(of(future));
            }
            return outcomes;
        } finally {
            lanes.shutdownNow();
            lanes.close();
        }
    }

    private Outcome outcome(ExtractedAudio sound, AudioSegment segment, int of) throws IOException, InterruptedException {
        if (lasting.get() != null) {
            return new Outcome(Optional.empty(), Optional.empty());
        }
        try {
            TimedSegment hearing = recognition.hear(sound, segment);
            int number = done.incrementAndGet();
            task.execution().advance(number, of, "Recognized " + number + " of " + of + " segments");
            return new Outcome(Optional.of(hearing), Optional.empty());
        } catch (EndpointException e) {
            if (e.fault().isLasting()) {
                lasting.compareAndSet(null, e);
            }
            return new Outcome(Optional.empty(), Optional.of(gap(segment, e)));
        }
    }

    private static String gap(AudioSegment segment, EndpointException e) {
        return "The transcript lacks what is said between " + clock(segment.startMillis()) + " and "
                + clock(segment.endMillis()) + ". " + e.getMessage();
    }

    private static String clock(long millis) {
        long seconds = millis / 1_000;
        return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static Outcome of(@Nullable Future<Outcome> future) throws IOException, InterruptedException {
        if (future == null) {
            throw new IllegalStateException("a segment was not recognized");
        }
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException fault) {
                throw fault;
            }
            if (e.getCause() instanceof InterruptedException stopped) {
                throw stopped;
            }
            throw new IllegalStateException("a segment could not be recognized", e.getCause());
        }
    }

    /** What became of a segment. */
    private record Outcome(Optional<TimedSegment> hearing, Optional<String> warning) {}
}
