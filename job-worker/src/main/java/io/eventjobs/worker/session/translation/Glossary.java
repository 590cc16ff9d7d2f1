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
 * The glossary of an event: which terms are never translated, and how others are. YAML:
 *
 * <pre>
 * keep: [FOSDEM, Merge Queue]
 * terms:
 *   pull request: {de: Pull-Request, pt-BR: pull request}
 * </pre>
 *
 * @param keep names and terms that are never translated
 * @param terms translations by term and language tag, the latter in lower case
 */
public record Glossary(List<String> keep, SortedMap<String, SortedMap<String, String>> terms) {
    public static final Glossary NONE = new Glossary(List.of(), new TreeMap<>());

    static final int MAX_BYTES = 128 << 10;
    private static final int MAX_TERMS = 1_000;
    private static final int MAX_LENGTH = 200;

    /** @throws GlossaryException with what is wrong, if it is not a valid glossary */
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
        } catch (YamlEngineException | StackOverflowError e) {
            throw new GlossaryException("it is not valid YAML, or nested too deeply");
        }
    }

    /** The terms for a translation to this language: those for its region, if any, before those for the language. */
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
                throw new GlossaryException("unknown key: allowed are keep and terms, found " + key);
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
                && text.chars().noneMatch(c -> c == '⟦' || c == '⟧' || Character.isISOControl(c))) {
            return text.strip();
        }
        throw new GlossaryException(
                where + " may contain only texts of one line with 1 to " + MAX_LENGTH + " characters, found " + value);
    }

    /** A file is not a valid glossary. */
    static final class GlossaryException extends Exception {
        private static final long serialVersionUID = 1L;

        GlossaryException(String message) {
            super(message);
        }
    }
}
