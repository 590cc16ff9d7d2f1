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

/** Translates the parts of a session that are in another language. For the thread of an execution. */
final class FindingsTranslator {
    private final Function<LanguageTag, PartTranslation> from;
    private final LanguageTag target;
    private final PartLanguages spoken;

    /** @param from the translation from a language */
    FindingsTranslator(Function<LanguageTag, PartTranslation> from, LanguageTag target, PartLanguages spoken) {
        this.from = from;
        this.target = target;
        this.spoken = spoken;
    }

    SessionFindings of(SessionFindings findings) throws IOException, InterruptedException {
        LanguageTag page = foreign(spoken.page());
        LanguageTag slides = foreign(spoken.slides());
        LanguageTag transcript = foreign(spoken.transcript());
        return new SessionFindings(
                findings.sheet(),
                page == null ? findings.page() : page(findings, from.apply(page)),
                slides == null ? findings.decks() : decks(findings.decks(), from.apply(slides)),
                transcript == null ? findings.transcript() : transcript(findings.transcript(), from.apply(transcript)),
                findings.translation(),
                findings.filled());
    }

    /** What the session is called, in the language of the document. */
    SessionNames of(SessionNames names) throws IOException, InterruptedException {
        LanguageTag language = foreign(spoken.main());
        return language == null ? names : names.translated(from.apply(language));
    }

    private @Nullable LanguageTag foreign(@Nullable LanguageTag language) {
        return language == null || language.isSameLanguage(target) ? null : language;
    }

    /** What is told of speakers is in the language of the page. */
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

    /** Slides, their notes and texts are translated together, so that each stands among its own. */
    private static List<SourceDocument> decks(List<SourceDocument> decks, PartTranslation translation)
            throws IOException, InterruptedException {
        List<String> texts =
                decks.stream().flatMap(deck -> deck.content().texts().stream()).toList();
        Iterator<String> translated = translation.ofMarkdown(texts).iterator();
        return decks.stream().map(deck -> deck.withTexts(translated)).toList();
    }

    /** Titles of chapters stand among what is said in them. */
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
