package io.eventjobs.worker.session.speech;

import io.eventjobs.transcript.Cue;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.session.recording.AudioSegment;
import io.eventjobs.worker.session.recording.ExtractedAudio;
import io.opentelemetry.context.Context;
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
 * Transcribes audio in segments, several at once. A segment that cannot be transcribed leaves a gap and a warning; if the service
 * fails in a way that will last, no further segment is sent. For one recording.
 */
final class AudioTranscription {
    private final SegmentTranscriber transcriber;
    private final TranscriptionTask task;
    private final AtomicReference<@Nullable EndpointException> lastingFailure = new AtomicReference<>();
    private final AtomicInteger done = new AtomicInteger();

    AudioTranscription(SegmentTranscriber transcriber, TranscriptionTask task) {
        this.transcriber = transcriber;
        this.task = task;
    }

    RecordingTranscript transcribe(ExtractedAudio audio, List<AudioSegment> segments, int maxConcurrent)
            throws IOException, InterruptedException {
        List<Outcome> outcomes = all(audio, segments, maxConcurrent);
        EndpointException failure = lastingFailure.get();
        if (failure != null) {
            return RecordingTranscript.nothing(
                    "No transcript: the recording could not be recognized. " + failure.getMessage());
        }
        List<TimedSegment> timed = outcomes.stream()
                .map(Outcome::segment)
                .flatMap(Optional::stream)
                .toList();
        List<String> warnings = new ArrayList<>();
        outcomes.stream().map(Outcome::warning).flatMap(Optional::stream).forEach(warnings::add);
        List<Cue> cues = OverlapJoin.join(timed);
        if (cues.isEmpty() && warnings.isEmpty()) {
            warnings.add("No transcript: there is no speech in the recording.");
        }
        return new RecordingTranscript(cues, audio.chapters(), warnings);
    }

    /**
     * In their order. Each job begins with another segment, so jobs that need the same recording at the same time share the work:
     * where one job gets to, it finds checkpoints of the others.
     */
    private List<Outcome> all(ExtractedAudio audio, List<AudioSegment> segments, int maxConcurrent)
            throws IOException, InterruptedException {
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < segments.size(); i++) {
            order.add(i);
        }
        Collections.rotate(order, Math.floorMod(task.job().hashCode(), segments.size()));
        ExecutorService threads = Context.taskWrapping(Executors.newFixedThreadPool(
                maxConcurrent, Thread.ofVirtual().name("speech-segment-", 0).factory()));
        try {
            List<@Nullable Future<Outcome>> futures = new ArrayList<>(Collections.nCopies(segments.size(), null));
            for (int index : order) {
                futures.set(index, threads.submit(() -> outcome(audio, segments.get(index), segments.size())));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> future : futures) {
                outcomes.add(result(future));
            }
            return outcomes;
        } finally {
            threads.shutdownNow();
            threads.close();
        }
    }

    private Outcome outcome(ExtractedAudio audio, AudioSegment segment, int total)
            throws IOException, InterruptedException {
        if (lastingFailure.get() != null) {
            return new Outcome(Optional.empty(), Optional.empty());
        }
        try {
            TimedSegment timed = transcriber.transcribe(audio, segment);
            int number = done.incrementAndGet();
            task.progress().advance(number, total, "Recognized " + number + " of " + total + " segments");
            return new Outcome(Optional.of(timed), Optional.empty());
        } catch (EndpointException e) {
            if (e.fault().isLasting()) {
                lastingFailure.compareAndSet(null, e);
            }
            return new Outcome(Optional.empty(), Optional.of(gap(segment, e)));
        }
    }

    private static String gap(AudioSegment segment, EndpointException e) {
        return "The transcript has a gap between " + clock(segment.startMillis()) + " and " + clock(segment.endMillis())
                + ". " + e.getMessage();
    }

    private static String clock(long millis) {
        long seconds = millis / 1_000;
        return "%02d:%02d:%02d".formatted(seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static Outcome result(@Nullable Future<Outcome> future) throws IOException, InterruptedException {
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

    /** The outcome for a segment: its transcript, or why it is missing; neither if it was not sent. */
    private record Outcome(Optional<TimedSegment> segment, Optional<String> warning) {}
}
