package io.eventjobs.worker.session.document;

import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.page.SessionPage;
import io.eventjobs.worker.session.slides.SlideDeck;
import org.jspecify.annotations.Nullable;

/**
 * What a document is made of.
 *
 * @param slides empty when there are none
 * @param slideFolder from the document to the folder of the slides' images, with its slash
 * @param transcript null when there is none
 */
public record DocumentParts(
        SessionSheet sheet, SessionPage page, SlideDeck slides, String slideFolder, @Nullable Transcript transcript) {}
