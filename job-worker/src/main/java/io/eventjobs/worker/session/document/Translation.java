package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import java.util.List;
import java.util.Locale;

/**
 * In which language the document comes out. No translator can be configured in this version, so it is always that of the
 * talk; a wish for another one is answered with a warning, never with a document that claims to be what it is not.
 *
 * @param language of the text as written
 * @param wanted whether the request asked for another one
 */
public record Translation(String language, boolean wanted) {
    public static Translation of(SessionParameters request) {
        String source = request.sourceLanguage().toLowerCase(Locale.ROOT);
        String target = request.targetLanguage().toLowerCase(Locale.ROOT);
        return new Translation(source, !target.split("-")[0].equals(source.split("-")[0]));
    }

    public List<String> warnings(SessionParameters request) {
        return wanted
                ? List.of("Not translated to " + request.targetLanguage()
                        + ": no translator is configured; the text is in " + request.sourceLanguage() + ".")
                : List.of();
    }
}
