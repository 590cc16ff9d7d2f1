package io.eventjobs.worker.session.bundle;

import io.eventjobs.markdown.Escape;
import io.eventjobs.markdown.LinkTarget;
import io.eventjobs.markdown.RelativeAddress;
import io.eventjobs.worker.session.document.SessionFacts;
import io.eventjobs.worker.session.document.SessionField;

/** The README.md in the root of a session's ZIP: what it contains, and where to start. */
public final class BundleReadme {
    private BundleReadme() {}

    public static RootText of(SessionFacts facts, BundleLayout layout) {
        String page = facts.first(SessionField.URL).map(LinkTarget::of).orElse("");
        String when = line(facts.timeText());
        String text =
                """
                # %s

                One session of %s%s: [the document](%s) and, in `%s/assets`, the images that it shows.

                Made by Event Jobs from [the session's page](%s). [manifest.json](manifest.json) lists the files and what they were made from.
                """
                        .formatted(
                                line(facts.title()),
                                line(facts.first(SessionField.EVENT).orElse("a conference")),
                                when.isEmpty() ? "" : ", " + when,
                                RelativeAddress.of(layout.markdown()),
                                layout.event().replace("`", "'"),
                                page);
        return new RootText(BundleLayout.README, text);
    }

    private static String line(String text) {
        return Escape.text(text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip());
    }
}
