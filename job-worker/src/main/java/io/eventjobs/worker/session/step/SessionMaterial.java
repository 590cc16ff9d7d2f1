package io.eventjobs.worker.session.step;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.Slide;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Passage;
import io.eventjobs.worker.session.answer.Excerpt;
import io.eventjobs.worker.session.answer.Material;
import io.eventjobs.worker.session.document.SessionField;
import io.eventjobs.worker.session.task.SessionFindings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was found of a session as a model reads it: the page, what was shown, what was said. */
final class SessionMaterial {
    /** Passages are put together up to this, so that a model reads text and not single sentences. */
    private static final int PIECE_CHARACTERS = 2_000;

    private SessionMaterial() {}

    static Material of(SessionFindings findings) {
        List<Excerpt> pieces = new ArrayList<>();
        add(pieces, "page", findings.content());
        for (SourceDocument file : findings.decks()) {
            DocumentContent attachment = file.content();
            for (Slide slide : attachment.slides()) {
                add(pieces, "slide " + slide.number(), (slide.text() + "\n\n" + slide.notes()).strip());
            }
            add(pieces, "document", attachment.body().text());
        }
        add(pieces, "chapters", chapters(findings.transcript().chapters()));
        addSpoken(pieces, findings.transcript().passages());
        return new Material(
                findings.sheet().title(),
                findings.sheet().first(SessionField.EVENT).orElse(""),
                findings.sheet().all(SessionField.SPEAKERS),
                pieces);
    }

    private static void addSpoken(List<Excerpt> pieces, List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        String from = "";
        for (Passage passage : passages) {
            String words = (passage.voice() == null ? "" : passage.voice() + ": ") + passage.text();
            if (!text.isEmpty() && text.length() + words.length() > PIECE_CHARACTERS) {
                add(pieces, from, text.toString());
                text.setLength(0);
            }
            if (text.isEmpty()) {
                from = said(passage);
            }
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
        add(pieces, from, text.toString());
    }

    private static String said(Passage passage) {
        return passage.startMillis() == null ? "said" : "said at " + clock(passage.startMillis());
    }

    private static String chapters(Chapters chapters) {
        return chapters.list().stream()
                .map(chapter -> clock(chapter.startMillis()) + " " + chapter.title())
                .collect(Collectors.joining("\n"));
    }

    private static String clock(long millis) {
        long seconds = millis / 1_000;
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    private static void add(List<Excerpt> pieces, String from, String text) {
        if (!text.isBlank()) {
            pieces.add(new Excerpt(from, text));
        }
    }
}
