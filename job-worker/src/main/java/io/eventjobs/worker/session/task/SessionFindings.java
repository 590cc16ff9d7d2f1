package io.eventjobs.worker.session.task;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.page.SessionPage;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.document.DocumentParts;
import io.eventjobs.worker.session.document.FilledTemplate;
import io.eventjobs.worker.session.document.SessionDocument;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.Translation;
import java.util.List;

/** Everything that was found for one session. */
public record SessionFindings(
        SessionFacts sheet,
        SessionPage page,
        List<SourceDocument> decks,
        Transcript transcript,
        Translation translation,
        FilledTemplate filled) {
    public DocumentParts parts(String slideFolder) {
        return new DocumentParts(sheet, page, decks, slideFolder, transcript, translation, filled);
    }

    /** What the page is about, as Markdown; empty if it does not say. */
    public String content() {
        return SessionDocument.content(page);
    }

    /** The same, as written in this language. */
    public SessionFindings in(Translation other) {
        return new SessionFindings(sheet, page, decks, transcript, other, filled);
    }

    /** The same, written in this way. */
    public SessionFindings by(FilledTemplate way) {
        return new SessionFindings(sheet, page, decks, transcript, translation, way);
    }

    /** Without texts that are not shown, so that nobody works on them. */
    public SessionFindings shown() {
        return new SessionFindings(
                sheet,
                showsContent() ? page : page.withoutContent(),
                filled.showsAttachments() ? decks : List.of(),
                showsTranscript() ? transcript : chaptersShown(),
                translation,
                filled);
    }

    /** With the texts that are not shown, as they were found. */
    public SessionFindings with(SessionFindings found) {
        return new SessionFindings(
                sheet,
                showsContent() ? page : found.page,
                filled.showsAttachments() ? decks : found.decks,
                showsTranscript() ? transcript : found.transcript.withChapters(chaptersOf(found)),
                translation,
                filled);
    }

    private boolean showsContent() {
        return filled.shows("content");
    }

    private Transcript chaptersShown() {
        return showsChapters() ? transcript.withoutPassages() : Transcript.NONE;
    }

    private Chapters chaptersOf(SessionFindings found) {
        return showsChapters() ? transcript.chapters() : found.transcript.chapters();
    }

    private boolean showsChapters() {
        return filled.shows("chapters") || filled.shows("chapter_list");
    }

    private boolean showsTranscript() {
        return filled.shows("transcript") || filled.shows("passages");
    }

    /** The same, as written in this language, where it has this title. */
    public SessionFindings in(Translation other, String title) {
        SessionFacts titled = title.equals(sheet.title()) ? sheet : sheet.titled(title);
        return new SessionFindings(titled, page, decks, transcript, other, filled);
    }

    public int slides() {
        return decks.stream()
                .mapToInt(deck -> deck.content().slides().size())
                .sum();
    }
}
