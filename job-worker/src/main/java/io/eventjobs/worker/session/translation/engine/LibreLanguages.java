package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The languages that a LibreTranslate service supports, requested once. Thread-safe. */
final class LibreLanguages {
    private @Nullable List<String> known;

    /** The languages with the codes of the service, whose regions and scripts differ from version to version. */
    LanguagePair codes(LanguagePair languages, Source source) throws EndpointException, InterruptedException {
        List<String> codes = known(source);
        return new LanguagePair(code(languages.source(), codes), code(languages.target(), codes));
    }

    private synchronized List<String> known(Source source) throws EndpointException, InterruptedException {
        if (known == null) {
            List<String> codes = new ArrayList<>();
            source.ask().forEach(language -> codes.add(language.path("code").asString("")));
            known = List.copyOf(codes);
        }
        return known;
    }

    private static LanguageTag code(LanguageTag language, List<String> codes) throws EndpointException {
        for (String wanted : List.of(language.value(), language.primary())) {
            for (String code : codes) {
                if (code.equalsIgnoreCase(wanted)) {
                    return new LanguageTag(code);
                }
            }
        }
        return codes.stream()
                .filter(code -> code.toLowerCase(Locale.ROOT).startsWith(language.primary() + "-"))
                .findFirst()
                .map(LanguageTag::new)
                .orElseThrow(() -> new EndpointException(
                        EndpointFault.UNSUPPORTED,
                        "LibreTranslate does not support " + language.englishName() + " (" + language + ")."));
    }

    /** Requests them. */
    interface Source {
        JsonNode ask() throws EndpointException, InterruptedException;
    }
}
