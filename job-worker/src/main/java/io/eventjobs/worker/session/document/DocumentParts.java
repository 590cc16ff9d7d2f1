package io.eventjobs.worker.session.document;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.SourceDocument;
import io.eventjobs.page.SessionPage;
import io.eventjobs.transcript.Transcript;
import java.util.List;

/**
 * What a document is made of.
 *
 * @param decks slides and texts that come with the session
 * @param slideFolder from the document to the folder of the slides' images, with its slash
 * @param transcript {@link Transcript#NONE} when there is none
 * @param translation in which language all of it is
 * @param filled how it is written
 */
public record DocumentParts(
        SessionFacts sheet,
        SessionPage page,
        List<SourceDocument> decks,
        String slideFolder,
        Transcript transcript,
        Translation translation,
        FilledTemplate filled) {
    public DocumentParts {
        decks = List.copyOf(decks);
    }

    /** What is looked at page by page. */
    List<SourceDocument> slides() {
        return of(DocumentContent.Kind.SLIDES);
    }

    /** What is read from page to page. */
    List<SourceDocument> texts() {
        return of(DocumentContent.Kind.TEXT);
    }

    private List<SourceDocument> of(DocumentContent.Kind kind) {
        return decks.stream()
                .filter(deck -> deck.content().body().kind() == kind)
                .toList();
    }
}
