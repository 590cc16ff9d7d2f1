package io.eventjobs.worker.session.transcript;

import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.RecordingChoice;
import io.eventjobs.transcript.SubtitleLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The sources that a transcript may come from, the most trusted first.
 *
 * @param given by the client: plain text or subtitles
 * @param givenKey object key of the given one, if it is too long for the job
 * @param links to subtitles on the page
 * @param videos addresses of recordings, next to which there may be subtitles
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

    /** For a job that is about one recording or file of subtitles; if the file extension does not tell which, it is tried as subtitles first. */
    public static TranscriptRequest ofSource(String address, String sourceLanguage) {
        List<SubtitleLink> links =
                RecordingChoice.isRecording(address) ? List.of() : List.of(new SubtitleLink(address, ""));
        return new TranscriptRequest(null, null, links, List.of(address), sourceLanguage, Chapters.NONE);
    }

    /** Whether there is any source to look at. */
    public boolean hasSources() {
        return given != null || givenKey != null || !links.isEmpty() || !videos.isEmpty();
    }

    /** The recordings that could be transcribed, the best first. */
    public List<String> recordings() {
        return RecordingChoice.of(videos);
    }
}
