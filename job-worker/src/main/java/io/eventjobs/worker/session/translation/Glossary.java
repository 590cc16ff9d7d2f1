package io.eventjobs.worker.session.translation;

import io.eventjobs.worker.session.translation.engine.LanguageTag;
import io.eventjobs.worker.session.translation.engine.Terms;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The words of one event: what is never translated, and how other terms are. YAML:
 *
 * <pre>
 * keep: [FOSDEM, Merge Queue]
 * terms:
 *   pull request: {de: Pull-Request, pt-BR: pull request}
 * </pre>
 *
 * @param keep names and terms, as they are written
 * @param terms by term, the translation by language tag in lower case
 */
public record Glossary(List<String> keep, SortedMap<String, SortedMap<String, String>> terms) {
    public static final Glossary NONE = new Glossary(List.of(), new TreeMap<>());

    static final int MAX_BYTES = 128 << 10;
    private static final int MAX_TERMS = 1_000;
    private static final int MAX_LENGTH = 200;

    /** Reads one; a message that names the fault if it is none. */
    static Glossary read(byte[] yaml) throws GlossaryException {
        if (yaml.length > MAX_BYTES) {
            throw new GlossaryException("it is larger than " + MAX_BYTES + " bytes");
        }
        try {
            LoadSettings settings = LoadSettings.builder()
                    .setMaxAliasesForCollections(0)
                    .setCodePointLimit(MAX_BYTES)
                    .build();
            Object content = new Load(settings).loadFromString(new String(yaml, StandardCharsets.UTF_8));
            return content == null ? NONE : of(map(content, "the file"));
        } catch (YamlEngineException e) {
            throw new GlossaryException("it is no YAML");
        }
    }

    /** The terms for a translation into this language: those of the region, if there are any, before those of the language. */
    public Terms in(LanguageTag language, List<String> names) {
        List<String> kept = new ArrayList<>(keep);
        kept.addAll(names);
        SortedMap<String, String> translations = new TreeMap<>();
        terms.forEach((term, byLanguage) -> Optional.ofNullable(byLanguage.get(language.value()))
                .or(() -> Optional.ofNullable(byLanguage.get(language.primary())))
                .ifPresent(translation -> translations.put(term, translation)));
        return new Terms(kept, translations);
    }

    private static Glossary of(Map<?, ?> content) throws GlossaryException {
        for (Object key : content.keySet()) {
            if (!"keep".equals(key) && !"terms".equals(key)) {
                throw new GlossaryException("only keep and terms may stand in it, but there is " + key);
            }
        }
        List<String> keep = new ArrayList<>();
        Object kept = content.get("keep");
        if (kept != null && !(kept instanceof List<?>)) {
            throw new GlossaryException("keep must be a list");
        }
        for (Object word : kept == null ? List.of() : (List<?>) kept) {
            keep.add(word(word, "keep"));
        }
        SortedMap<String, SortedMap<String, String>> terms = new TreeMap<>();
        Object translated = content.get("terms");
        for (Map.Entry<?, ?> term : (translated == null ? Map.of() : map(translated, "terms")).entrySet()) {
            String name = word(term.getKey(), "terms");
            SortedMap<String, String> byLanguage = new TreeMap<>();
            for (Map.Entry<?, ?> translation : map(term.getValue(), name).entrySet()) {
                String language = new LanguageTag(word(translation.getKey(), name)).value();
                byLanguage.put(language, word(translation.getValue(), name));
            }
            terms.put(name, byLanguage);
        }
        if (keep.size() + terms.size() > MAX_TERMS) {
            throw new GlossaryException("it has more than " + MAX_TERMS + " terms");
        }
        return new Glossary(keep, terms);
    }

    private static Map<?, ?> map(Object value, String where) throws GlossaryException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new GlossaryException(where + " must be a mapping");
    }

    private static String word(Object value, String where) throws GlossaryException {
        if (value instanceof String text
                && !text.isBlank()
                && text.length() <= MAX_LENGTH
                && !text.matches(".*[⟦⟧\\n].*")) {
            return text.strip();
        }
        throw new GlossaryException("under " + where + " there must be texts of 1 to " + MAX_LENGTH
                + " characters on one line, but there is " + value);
    }

    /** A file is no glossary. */
    static final class GlossaryException extends Exception {
        private static final long serialVersionUID = 1L;

        GlossaryException(String message) {
            super(message);
        }
    }
}
