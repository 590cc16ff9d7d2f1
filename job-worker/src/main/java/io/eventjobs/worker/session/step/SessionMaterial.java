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

/** The texts of a session for a language model: page, slides, documents, chapters and transcript. */
final class SessionMaterial {
    /** Passages are combined up to this length, so that a model gets text and not single sentences. */
    private static final int MAX_EXCERPT_CHARACTERS = 2_000;

    private SessionMaterial() {}

    static Material of(SessionFindings findings) {
        List<Excerpt> excerpts = new ArrayList<>();
        add(excerpts, "page", findings.content());
        for (SourceDocument file : findings.decks()) {
            DocumentContent attachment = file.content();
            for (Slide slide : attachment.slides()) {
                add(excerpts, "slide " + slide.number(), (slide.text() + "\n\n" + slide.notes()).strip());
            }
            add(excerpts, "document", attachment.body().text());
        }
        add(excerpts, "chapters", chapters(findings.transcript().chapters()));
        addSpoken(excerpts, findings.transcript().passages());
        return new Material(
                findings.facts().title(),
                findings.facts().first(SessionField.EVENT).orElse(""),
                findings.facts().all(SessionField.SPEAKERS),
                excerpts);
    }

    private static void addSpoken(List<Excerpt> excerpts, List<Passage> passages) {
        StringBuilder text = new StringBuilder();
        String from = "";
        for (Passage passage : passages) {
            String words = (passage.voice() == null ? "" : passage.voice() + ": ") + passage.text();
            if (!text.isEmpty() && text.length() + words.length() > MAX_EXCERPT_CHARACTERS) {
                add(excerpts, from, text.toString());
                text.setLength(0);
            }
            if (text.isEmpty()) {
                from = said(passage);
            }
            text.append(text.isEmpty() ? "" : "\n").append(words);
        }
        add(excerpts, from, text.toString());
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

    private static void add(List<Excerpt> excerpts, String from, String text) {
        if (!text.isBlank()) {
            excerpts.add(new Excerpt(from, text));
        }
    }
}
