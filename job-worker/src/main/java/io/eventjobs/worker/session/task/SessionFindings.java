package io.eventjobs.worker.session.task;

import io.eventjobs.document.SourceDocument;
import io.eventjobs.page.SessionPage;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.transcript.Transcript;
import io.eventjobs.worker.session.bundle.BundleFile;
import io.eventjobs.worker.session.document.DocumentParts;
import io.eventjobs.worker.session.document.FilledTemplate;
import io.eventjobs.worker.session.document.SessionDocument;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.Translation;
import java.util.List;

/**
 * Everything that was found for one session.
 *
 * @param pictures files of the page's pictures, for the bundle
 * @param decks slides and documents that come with the session
 * @param translation language of the document
 * @param filled the template of the document, with the answers to its fields
 */
public record SessionFindings(
        SessionFacts facts,
        SessionPage page,
        List<BundleFile> pictures,
        List<SourceDocument> decks,
        Transcript transcript,
        Translation translation,
        FilledTemplate filled) {
    public DocumentParts parts(String slideFolder) {
        return new DocumentParts(facts, page, decks, slideFolder, transcript, translation, filled);
    }

    /** The abstract of the page, as Markdown; empty if there is none. */
    public String content() {
        return SessionDocument.content(page);
    }

    /** With other texts of the page, the slides and the transcript. */
    public SessionFindings withTexts(
            SessionPage otherPage, List<SourceDocument> otherDecks, Transcript otherTranscript) {
        return new SessionFindings(facts, otherPage, pictures, otherDecks, otherTranscript, translation, filled);
    }

    /** As written in this language. */
    public SessionFindings withTranslation(Translation other) {
        return new SessionFindings(facts, page, pictures, decks, transcript, other, filled);
    }

    /** As written in this language, in which the session has this title. */
    public SessionFindings withTranslation(Translation other, String title) {
        SessionFacts titled = title.equals(facts.title()) ? facts : facts.titled(title);
        return new SessionFindings(titled, page, pictures, decks, transcript, other, filled);
    }

    /** To be written with this template. */
    public SessionFindings withTemplate(FilledTemplate other) {
        return new SessionFindings(facts, page, pictures, decks, transcript, translation, other);
    }

    /** Without texts that the document does not show, so that nothing is spent on them. */
    public SessionFindings visibleOnly() {
        return withTexts(
                showsContent() ? page : page.withoutContent(),
                filled.showsAttachments() ? decks : List.of(),
                showsTranscript() ? transcript : visibleChapters());
    }

    /** With the texts that {@link #visibleOnly} left out of these findings. */
    public SessionFindings restoreHidden(SessionFindings original) {
        return withTexts(
                showsContent() ? page : original.page,
                filled.showsAttachments() ? decks : original.decks,
                showsTranscript() ? transcript : original.transcript.withChapters(chapters(original)));
    }

    /** The number of slides. */
    public int slides() {
        return decks.stream().mapToInt(deck -> deck.content().slides().size()).sum();
    }

    private Transcript visibleChapters() {
        return showsChapters() ? transcript.withoutPassages() : Transcript.NONE;
    }

    private Chapters chapters(SessionFindings original) {
        return showsChapters() ? transcript.chapters() : original.transcript.chapters();
    }

    private boolean showsContent() {
        return filled.shows("content");
    }

    private boolean showsChapters() {
        return filled.shows("chapters") || filled.shows("chapter_list");
    }

    private boolean showsTranscript() {
        return filled.shows("transcript") || filled.shows("passages");
    }
}
