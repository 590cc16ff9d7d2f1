package io.eventjobs.worker.session.bundle;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.worker.session.document.RelativeAddress;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.SessionField;

/** The README.md in the root of a session's ZIP: what it is, and where to begin. */
public final class BundleReadme {
    private BundleReadme() {}

    public static RootText of(SessionFacts sheet, BundleLayout layout) {
        String page = sheet.first(SessionField.URL).map(LinkTarget::of).orElse("");
        String text =
                """
                # %s

                One session of %s: [the document](%s) and, in `%s/assets`, the images that it shows.

                Made by Event Jobs from [the session's page](%s). What is packed and what it is made of stands in [manifest.json](manifest.json).
                """
                        .formatted(
                                line(sheet.title()),
                                line(sheet.first(SessionField.EVENT).orElse("a conference")),
                                RelativeAddress.of(layout.markdown()),
                                layout.event().replace("`", "'"),
                                page);
        return new RootText(BundleLayout.README, text);
    }

    private static String line(String text) {
        return Escape.text(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
    }
}
