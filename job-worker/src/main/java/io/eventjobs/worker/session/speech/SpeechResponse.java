package io.eventjobs.worker.session.speech;

import io.eventjobs.encoding.Surrogates;
import io.eventjobs.transcript.Cue;
import io.eventjobs.transcript.Subtitles;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Parses the response of a service in any format, since some respond in another one than requested. */
final class SpeechResponse {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MAX_CUES = 20_000;

    /** By how much times may exceed the segment: services round, and pad the audio. */
    private static final long END_TOLERANCE = 5_000;

    private final long millis;

    private SpeechResponse(long millis) {
        this.millis = millis;
    }

    /** @param millis length of the segment */
    static SegmentTranscript read(byte[] body, long millis, ResponseFormat requested) throws EndpointException {
        String text = new String(body, StandardCharsets.UTF_8).strip();
        SpeechResponse response = new SpeechResponse(millis);
        if (text.startsWith("{")) {
            return response.ofJson(text);
        }
        List<Cue> cues = Subtitles.cues(text);
        if (!cues.isEmpty() || text.startsWith("WEBVTT")) {
            return timed(cues);
        }
        if (requested != ResponseFormat.TEXT || text.startsWith("<")) {
            throw unreadable();
        }
        return response.untimed(text);
    }

    private SegmentTranscript ofJson(String text) throws EndpointException {
        JsonNode answer;
        try {
            answer = JSON.readTree(text);
        } catch (JacksonException e) {
            throw unreadable();
        }
        JsonNode segments = answer.path("segments");
        List<Cue> cues = new ArrayList<>();
        if (segments.isArray() && !segments.isEmpty() && addAll(segments, cues)) {
            return timed(cues);
        }
        if (!answer.path("text").isString()) {
            throw unreadable();
        }
        return untimed(answer.path("text").asString());
    }

    /** False if the times of a segment are impossible: then none of them are used. */
    private boolean addAll(JsonNode segments, List<Cue> cues) {
        for (JsonNode segment : segments) {
            double start = segment.path("start").asDouble(Double.NaN);
            double end = segment.path("end").asDouble(Double.NaN);
            boolean isPossible = start >= 0 && end >= start && start * 1_000 <= millis + END_TOLERANCE;
            if (!isPossible || !segment.path("text").isString()) {
                return false;
            }
            String voice = segment.path("speaker").asString("").strip();
            cues.add(new Cue(
                    Math.min(millis, Math.round(start * 1_000)),
                    Math.min(millis, Math.round(end * 1_000)),
                    voice.isEmpty() ? null : oneLine(voice),
                    oneLine(segment.path("text").asString())));
        }
        return true;
    }

    private static SegmentTranscript timed(List<Cue> cues) {
        return new SegmentTranscript(
                cues.stream()
                        .filter(cue -> !cue.text().isBlank())
                        .limit(MAX_CUES)
                        .toList(),
                true);
    }

    /** The sentences, with times estimated from their lengths. */
    private SegmentTranscript untimed(String text) {
        String line = oneLine(text);
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(line);
        List<Cue> cues = new ArrayList<>();
        int start = sentences.first();
        for (int next = sentences.next();
                next != BreakIterator.DONE && cues.size() < MAX_CUES;
                next = sentences.next()) {
            String sentence = line.substring(start, next).strip();
            if (!sentence.isEmpty()) {
                cues.add(new Cue(at(start, line), at(next, line), null, sentence));
            }
            start = next;
        }
        return new SegmentTranscript(cues, false);
    }

    private long at(int index, String line) {
        return millis * index / Math.max(1, line.length());
    }

    private static String oneLine(String text) {
        return Surrogates.replaceUnpaired(
                text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
    }

    private static EndpointException unreadable() {
        return new EndpointException(
                EndpointFault.UNREADABLE, "The response of the speech endpoint has an unknown format.");
    }
}
