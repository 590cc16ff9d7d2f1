package io.eventjobs.worker.session.step;

import io.eventjobs.model.artifact.SafeName;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.translation.PartTranslation;
import java.io.IOException;
import java.util.List;

/**
 * The title of a session and the name of its file.
 *
 * @param title on one line
 * @param filename with its {@code .md}
 */
record SessionNames(String title, String filename) {
    private static final String MARKDOWN = ".md";

    /** In the session's own language. */
    static SessionNames of(SessionParameters request, String title) {
        return new SessionNames(title, request.filename());
    }

    /** Both translated; a file that is named after the session is named after its translated title. */
    SessionNames translated(PartTranslation translation) throws IOException, InterruptedException {
        String stem = SafeName.stem(filename, MARKDOWN, "session");
        boolean isTitle = stem.equals(SafeName.stem(title, MARKDOWN, "session"));
        List<String> names =
                translation.ofPlain(isTitle ? List.of(title) : List.of(title, stem.replaceAll("[-_ ]+", " ")));
        return new SessionNames(names.getFirst(), SafeName.stem(names.getLast(), MARKDOWN, stem) + MARKDOWN);
    }
}
