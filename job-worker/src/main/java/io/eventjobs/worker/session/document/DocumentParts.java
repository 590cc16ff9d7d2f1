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
 * @param translation language of the document
 * @param filled the template, with the answers to its fields
 */
public record DocumentParts(
        SessionFacts facts,
        SessionPage page,
        List<SourceDocument> decks,
        String slideFolder,
        Transcript transcript,
        Translation translation,
        FilledTemplate filled) {
    public DocumentParts {
        decks = List.copyOf(decks);
    }

    /** Attachments shown page by page. */
    List<SourceDocument> slides() {
        return of(DocumentContent.Kind.SLIDES);
    }

    /** Attachments shown as text. */
    List<SourceDocument> texts() {
        return of(DocumentContent.Kind.TEXT);
    }

    private List<SourceDocument> of(DocumentContent.Kind kind) {
        return decks.stream()
                .filter(deck -> deck.content().body().kind() == kind)
                .toList();
    }
}
