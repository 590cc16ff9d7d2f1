package io.eventjobs.worker.session.transcript;

import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.SubtitleChoice;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where subtitles are looked for, in order.
 *
 * @param named by the page
 * @param guessed beside the recordings
 * @param language BCP 47 tag of the talk
 * @param chapters at which paragraphs end
 */
record SubtitleCandidates(List<String> named, List<String> guessed, String language, Chapters chapters) {
    private static final int MAX_VIDEOS = 2;

    SubtitleCandidates {
        named = List.copyOf(named);
        guessed = List.copyOf(guessed);
    }

    static SubtitleCandidates of(TranscriptRequest request) {
        return new SubtitleCandidates(
                SubtitleChoice.ofPage(request.links(), request.sourceLanguage()),
                request.videos().stream()
                        .limit(MAX_VIDEOS)
                        .flatMap(video -> SubtitleChoice.beside(video).stream())
                        .toList(),
                request.sourceLanguage(),
                request.chapters());
    }

    boolean isEmpty() {
        return named.isEmpty() && guessed.isEmpty();
    }

    /** All that the search follows from, but for what it meets there. */
    List<String> inputs() {
        Stream<String> starts = chapters.list().stream().map(chapter -> "chapter " + chapter.startMillis());
        return Stream.of(Stream.of(language, String.valueOf(named.size())), named.stream(), guessed.stream(), starts)
                .flatMap(each -> each)
                .toList();
    }
}
