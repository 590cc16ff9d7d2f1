package io.eventjobs.worker.session;

import io.eventjobs.worker.session.document.RenderedDeck;
import io.eventjobs.worker.session.language.PartTranslation;
import io.eventjobs.worker.session.language.engine.LanguageTag;
import io.eventjobs.worker.session.media.Passage;
import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.slides.Slide;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Translates the parts of a session that are in another language. For the thread of an execution. */
final class TranslatedFindings {
    private final Function<LanguageTag, PartTranslation> from;
    private final LanguageTag target;
    private final SpokenLanguages spoken;

    /** @param from the translation from a language */
    TranslatedFindings(Function<LanguageTag, PartTranslation> from, LanguageTag target, SpokenLanguages spoken) {
        this.from = from;
        this.target = target;
        this.spoken = spoken;
    }

    SessionWork.Findings of(SessionWork.Findings findings) throws IOException, InterruptedException {
        LanguageTag page = foreign(spoken.page());
        LanguageTag slides = foreign(spoken.slides());
        LanguageTag transcript = foreign(spoken.transcript());
        return new SessionWork.Findings(
                findings.sheet(),
                page == null
                        ? findings.page()
                        : findings.page()
                                .withMarkdown(from.apply(page)
                                        .ofMarkdown(List.of(findings.content()))
                                        .getFirst()),
                slides == null ? findings.decks() : decks(findings.decks(), from.apply(slides)),
                transcript == null ? findings.transcript() : transcript(findings.transcript(), from.apply(transcript)),
                findings.translation(),
                findings.filled());
    }

    private @Nullable LanguageTag foreign(@Nullable LanguageTag language) {
        return language == null || language.isSameLanguage(target) ? null : language;
    }

    /** Lines of slides are translated with those around them, and stay lines. */
    private static List<RenderedDeck> decks(List<RenderedDeck> decks, PartTranslation translation)
            throws IOException, InterruptedException {
        List<String> lines = decks.stream()
                .flatMap(deck -> deck.slides().stream())
                .flatMap(slide -> slide.text().lines())
                .toList();
        Iterator<String> translated = translation.ofPlain(lines).iterator();
        List<RenderedDeck> results = new ArrayList<>();
        for (RenderedDeck deck : decks) {
            List<Slide> slides = new ArrayList<>();
            for (Slide slide : deck.slides()) {
                String text = String.join(
                        "\n",
                        slide.text().lines().map(line -> translated.next()).toList());
                slides.add(new Slide(slide.number(), slide.image(), text));
            }
            results.add(new RenderedDeck(deck.address(), slides));
        }
        return results;
    }

    private static Transcript transcript(Transcript transcript, PartTranslation translation)
            throws IOException, InterruptedException {
        List<Passage> passages = transcript.passages();
        List<String> texts =
                translation.ofPlain(passages.stream().map(Passage::text).toList());
        List<Passage> translated = new ArrayList<>();
        for (int i = 0; i < passages.size(); i++) {
            translated.add(
                    new Passage(passages.get(i).startMillis(), passages.get(i).voice(), texts.get(i)));
        }
        return new Transcript(translated, transcript.source());
    }
}
