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
 * The languages of a session's parts: a page may be in one, what is said and shown in another.
 *
 * @param page null if it has no text; so with the others
 */
record PartLanguages(
        LanguageTag said, @Nullable LanguageTag page, @Nullable LanguageTag slides, @Nullable LanguageTag transcript) {
    private static final int ENOUGH = 2_500;

    static PartLanguages of(SessionFindings findings, LanguageTag said, LanguageDetection detection) {
        String slides = findings.decks().stream()
                .flatMap(deck -> deck.content().texts().stream())
                .map(text -> MarkdownSegmenter.segment(text).words())
                .collect(Collectors.joining("\n"));
        String transcript = said(findings.transcript());
        return new PartLanguages(
                said,
                judged(MarkdownSegmenter.segment(start(findings.content())).words(), said, detection),
                judged(slides, said, detection),
                judged(transcript, said, detection));
    }

    /** The one of the document as a whole: of what is read first. */
    LanguageTag main() {
        return parts().findFirst().orElse(said);
    }

    /** Whether nothing is in any other language. */
    boolean areAll(LanguageTag language) {
        List<LanguageTag> parts = parts().toList();
        return (parts.isEmpty() ? List.of(said) : parts).stream().allMatch(language::isSameLanguage);
    }

    private Stream<LanguageTag> parts() {
        return Stream.of(page, transcript, slides).filter(Objects::nonNull);
    }

    /** Whole paragraphs from the start, more than are judged. */
    private static String start(String markdown) {
        int end = markdown.length() <= ENOUGH ? -1 : markdown.indexOf("\n\n", ENOUGH);
        return end < 0 ? markdown : markdown.substring(0, end);
    }

    private static String said(Transcript transcript) {
        return transcript.isEmpty()
                ? String.join("\n", transcript.chapters().titles())
                : transcript.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    private static @Nullable LanguageTag judged(String text, LanguageTag said, LanguageDetection detection) {
        return text.isBlank() ? null : detection.judged(said, text);
    }
}
