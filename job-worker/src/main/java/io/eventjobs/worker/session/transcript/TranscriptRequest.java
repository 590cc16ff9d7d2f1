package io.eventjobs.worker.session.transcript;

import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.RecordingChoice;
import io.eventjobs.transcript.SubtitleLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a transcript may come from, in the order of trust.
 *
 * @param given by the client: plain text or subtitles
 * @param givenKey object key of that where it was too long for the job
 * @param links subtitles that the page names
 * @param videos addresses of recordings, beside which subtitles may lie
 * @param sourceLanguage BCP 47 tag of the talk
 * @param chapters of the recording, as far as they are known
 */
public record TranscriptRequest(
        @Nullable String given,
        @Nullable String givenKey,
        List<SubtitleLink> links,
        List<String> videos,
        String sourceLanguage,
        Chapters chapters) {
    public TranscriptRequest {
        links = List.copyOf(links);
        videos = List.copyOf(videos);
    }

    /** Of a recording or subtitles that a job is about alone; what its ending does not tell is tried as subtitles first. */
    public static TranscriptRequest ofSource(String address, String sourceLanguage) {
        List<SubtitleLink> links =
                RecordingChoice.isRecording(address) ? List.of() : List.of(new SubtitleLink(address, ""));
        return new TranscriptRequest(null, null, links, List.of(address), sourceLanguage, Chapters.NONE);
    }

    /** Whether there is anything to look for. */
    public boolean asksForOne() {
        return given != null || givenKey != null || !links.isEmpty() || !videos.isEmpty();
    }

    /** Recordings that could be listened to, the best first. */
    public List<String> recordings() {
        return RecordingChoice.of(videos);
    }
}
