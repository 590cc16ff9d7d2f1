package io.eventjobs.worker.session.document;

import io.eventjobs.document.AttachedFile;
import io.eventjobs.document.Attachment;
import io.eventjobs.page.SessionPage;
import io.eventjobs.transcript.Transcript;
import java.util.List;

/**
 * What a document is made of.
 *
 * @param decks slides and texts that come with the session
 * @param slideFolder from the document to the folder of the slides' images, with its slash
 * @param transcript {@link Transcript#NONE} when there is none
 * @param translation the language in which all of it is
 * @param filled the template, with the answers to its fields
 */
public record DocumentParts(
        SessionFacts facts,
        SessionPage page,
        List<AttachedFile> decks,
        String slideFolder,
        Transcript transcript,
        Translation translation,
        FilledTemplate filled) {
    public DocumentParts {
        decks = List.copyOf(decks);
    }

    /** Attachments that are looked at page by page. */
    List<AttachedFile> slides() {
        return of(Attachment.Kind.SLIDES);
    }

    /** Attachments that are read as text. */
    List<AttachedFile> texts() {
        return of(Attachment.Kind.TEXT);
    }

    private List<AttachedFile> of(Attachment.Kind kind) {
        return decks.stream()
                .filter(deck -> deck.attachment().content().kind() == kind)
                .toList();
    }
}
