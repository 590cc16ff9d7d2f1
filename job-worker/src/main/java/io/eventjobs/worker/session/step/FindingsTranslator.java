package io.eventjobs.worker.session.step;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.page.SessionPage;
import io.eventjobs.transcript.Passage;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.task.SessionFindings;
import io.eventjobs.worker.session.translation.PartTranslation;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Translates those parts of a session that are in another language. For the thread of an execution. */
final class FindingsTranslator {
    private final Function<LanguageTag, PartTranslation> from;
    private final LanguageTag target;
    private final PartLanguages languages;

    /** @param from gives the translation from a language */
    FindingsTranslator(Function<LanguageTag, PartTranslation> from, LanguageTag target, PartLanguages languages) {
        this.from = from;
        this.target = target;
        this.languages = languages;
    }

    SessionFindings translated(SessionFindings findings) throws IOException, InterruptedException {
        LanguageTag page = foreign(languages.page());
        LanguageTag slides = foreign(languages.slides());
        LanguageTag transcript = foreign(languages.transcript());
        return findings.withTexts(
                page == null ? findings.page() : page(findings, from.apply(page)),
                slides == null ? findings.decks() : decks(findings.decks(), from.apply(slides)),
                transcript == null ? findings.transcript() : transcript(findings.transcript(), from.apply(transcript)));
    }

    /** The names of the session in the language of the document. */
    SessionNames translated(SessionNames names) throws IOException, InterruptedException {
        LanguageTag language = foreign(languages.main());
        return language == null ? names : names.translated(from.apply(language));
    }

    private @Nullable LanguageTag foreign(@Nullable LanguageTag language) {
        return language == null || language.isSameLanguage(target) ? null : language;
    }

    /** Biographies are in the language of the page. */
    private static SessionPage page(SessionFindings findings, PartTranslation translation)
            throws IOException, InterruptedException {
        List<String> biographies =
                findings.filled().shows("biographies") ? findings.page().biographies() : List.of();
        List<String> texts = new ArrayList<>(List.of(findings.content()));
        texts.addAll(biographies);
        List<String> translated = translation.ofMarkdown(texts);
        SessionPage page = findings.page().withMarkdown(translated.getFirst());
        return biographies.isEmpty() ? page : page.withBiographies(translated.subList(1, translated.size()));
    }

    /** Slides, notes and texts are translated together, so that each has its context. */
    private static List<SourceDocument> decks(List<SourceDocument> decks, PartTranslation translation)
            throws IOException, InterruptedException {
        List<String> texts =
                decks.stream().flatMap(deck -> deck.content().texts().stream()).toList();
        Iterator<String> translated = translation.ofMarkdown(texts).iterator();
        return decks.stream().map(deck -> deck.withTexts(translated)).toList();
    }

    /** Titles of chapters are translated together with the passages, so that both have their context. */
    private static Transcript transcript(Transcript transcript, PartTranslation translation)
            throws IOException, InterruptedException {
        List<Passage> passages = transcript.passages();
        List<String> titles = transcript.chapters().titles();
        List<String> texts = translation.ofPlain(
                Stream.concat(titles.stream(), passages.stream().map(Passage::text))
                        .toList());
        List<Passage> translated = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            translated.add(
                    new Passage(passages.get(i).startMillis(), passages.get(i).voice(), texts.get(titles.size() + i)));
        }
        return transcript.with(translated, transcript.chapters().titled(texts.subList(0, titles.size())));
    }
}
