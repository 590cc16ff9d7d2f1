package io.eventjobs.worker.session.step;

import io.eventjobs.markdown.segment.MarkdownSegmenter;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.translation.LanguageDetection;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The languages of a session's parts: the page may be in one, slides and transcript in another.
 *
 * @param declared by the request
 * @param page null if it has no text; likewise the others
 */
record PartLanguages(
        LanguageTag declared,
        @Nullable LanguageTag page,
        @Nullable LanguageTag slides,
        @Nullable LanguageTag transcript) {
    private static final int SAMPLE_LENGTH = 2_500;

    static PartLanguages of(SessionFindings findings, LanguageTag declared, LanguageDetection detection) {
        String slides = findings.decks().stream()
                .flatMap(deck -> deck.content().texts().stream())
                .map(text -> MarkdownSegmenter.segment(text).words())
                .collect(Collectors.joining("\n"));
        String transcript = text(findings.transcript());
        return new PartLanguages(
                declared,
                detected(MarkdownSegmenter.segment(start(findings.content())).words(), declared, detection),
                detected(slides, declared, detection),
                detected(transcript, declared, detection));
    }

    /** The language of the session as a whole: that of its first part. */
    LanguageTag main() {
        return parts().findFirst().orElse(declared);
    }

    /** Whether all parts are in this language. */
    boolean areAll(LanguageTag language) {
        List<LanguageTag> parts = parts().toList();
        return (parts.isEmpty() ? List.of(declared) : parts).stream().allMatch(language::isSameLanguage);
    }

    private Stream<LanguageTag> parts() {
        return Stream.of(page, transcript, slides).filter(Objects::nonNull);
    }

    /** Whole paragraphs from the start, more than detection needs. */
    private static String start(String markdown) {
        int end = markdown.length() <= SAMPLE_LENGTH ? -1 : markdown.indexOf("\n\n", SAMPLE_LENGTH);
        return end < 0 ? markdown : markdown.substring(0, end);
    }

    private static String text(Transcript transcript) {
        return transcript.isEmpty()
                ? String.join("\n", transcript.chapters().titles())
                : transcript.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static @Nullable LanguageTag detected(String text, LanguageTag declared, LanguageDetection detection) {
        return text.isBlank() ? null : detection.detect(declared, text);
    }
}
