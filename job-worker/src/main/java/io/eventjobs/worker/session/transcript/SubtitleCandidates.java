package io.eventjobs.worker.session.transcript;

import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.SubtitleChoice;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses where subtitles are looked for, in order.
 *
 * @param linked by the page
 * @param guessed next to the recordings
 * @param language BCP 47 tag of the talk
 * @param chapters that also end paragraphs
 */
record SubtitleCandidates(List<String> linked, List<String> guessed, String language, Chapters chapters) {
    private static final int MAX_VIDEOS = 2;

    SubtitleCandidates {
        linked = List.copyOf(linked);
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
        return linked.isEmpty() && guessed.isEmpty();
    }

    /** All that the result of the search depends on, apart from the files themselves. */
    List<String> inputs() {
        Stream<String> starts = chapters.list().stream().map(chapter -> "chapter " + chapter.startMillis());
        return Stream.of(Stream.of(language, String.valueOf(linked.size())), linked.stream(), guessed.stream(), starts)
                .flatMap(each -> each)
                .toList();
    }
}
