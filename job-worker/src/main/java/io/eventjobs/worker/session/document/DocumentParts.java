package io.eventjobs.worker.session.document;

import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.page.SessionPage;
import java.util.List;

/**
 * What a document is made of.
 *
 * @param decks empty when there are no slides
 * @param slideFolder from the document to the folder of the slides' images, with its slash
 * @param transcript {@link Transcript#NONE} when there is none
 * @param translation in which language all of it is
 * @param filled how it is written
 */
public record DocumentParts(
        SessionSheet sheet,
        SessionPage page,
        List<RenderedDeck> decks,
        String slideFolder,
        Transcript transcript,
        Translation translation,
        FilledTemplate filled) {
    public DocumentParts {
        decks = List.copyOf(decks);
    }
}
