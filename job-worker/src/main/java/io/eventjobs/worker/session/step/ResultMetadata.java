package io.eventjobs.worker.session.step;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.page.SessionPage;
import io.eventjobs.page.facts.Fact;
import io.eventjobs.page.facts.FactName;
import io.eventjobs.page.facts.Person;
import io.eventjobs.page.link.PageLink;
import io.eventjobs.transcript.Chapter;
import io.eventjobs.transcript.Chapters;
import io.eventjobs.worker.session.task.SessionFindings;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The metadata of the session in the results, with the source of each fact. It is part of one report and of the job's record, so
 * it is bounded: long lists are cut; the document has them completely.
 */
final class ResultMetadata {
    private static final int MAX_LINK_BYTES = 24 << 10;
    private static final int MAX_LIST_BYTES = 6 << 10;
    private static final int MAX_LINK_TEXT_LENGTH = 200;
    /** Of the abstract, for the search in the library. */
    private static final int MAX_ABSTRACT_BYTES = 1 << 10;

    private ResultMetadata() {}

    /** Values of JSON: strings, numbers, lists, maps. */
    static Map<String, Object> of(SessionParameters request, SessionFindings findings) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        findings.facts()
                .values()
                .forEach((name, value) -> metadata.put(name, value instanceof List<?> list ? bounded(list) : value));
        findings.page()
                .facts()
                .first(FactName.TITLE)
                .map(Fact::value)
                .filter(title -> !title.equals(findings.facts().title()))
                .ifPresent(title -> metadata.put("page_title", shortened(title)));
        if (!findings.content().isEmpty()) {
            metadata.put("abstract", beginning(findings.content()));
        }
        metadata.put("language", findings.translation().language());
        metadata.put("source_language", findings.translation().sourceLanguage());
        metadata.put("translated", findings.translation().isTranslated());
        metadata.put("template", request.template());
        if (request.templateHash() != null) {
            metadata.put("template_sha256", request.templateHash());
        }
        metadata.put("links", links(findings.page()));
        if (!findings.page().facts().people().isEmpty()) {
            metadata.put("people", people(findings.page().facts().people()));
        }
        metadata.put("sources", sources(findings));
        metadata.put("transcript_source", findings.transcript().source());
        if (findings.transcript().recognizer() != null) {
            metadata.put("transcribed_by", findings.transcript().recognizer());
        }
        if (!findings.transcript().chapters().isEmpty()) {
            metadata.put("chapters", chapters(findings.transcript().chapters()));
        }
        metadata.put("slide_count", findings.slides());
        return metadata;
    }

    private static List<Map<String, String>> links(SessionPage page) {
        List<Map<String, String>> links = new ArrayList<>();
        int bytes = 0;
        for (PageLink link : page.links()) {
            Map<String, String> entry = Map.of(
                    "url",
                    link.address(),
                    "text",
                    shortened(link.text()),
                    "kind",
                    link.kind().name().toLowerCase(Locale.ROOT));
            int more = bytes(link.address()) + bytes(shortened(link.text()));
            if (bytes + more <= MAX_LINK_BYTES) {
                links.add(entry);
                bytes += more;
            }
        }
        return links;
    }

    /** Including the sources of text and chapters, which are not facts. */
    private static Map<String, String> sources(SessionFindings findings) {
        Map<String, String> sources = new LinkedHashMap<>(findings.facts().sources());
        if (!findings.transcript().chapters().isEmpty()) {
            sources.put("chapters", findings.transcript().chapters().source());
        }
        if (!findings.content().isEmpty()) {
            sources.put(
                    "abstract",
                    findings.page()
                            .facts()
                            .first(FactName.ABSTRACT)
                            .map(Fact::source)
                            .orElse("html"));
        }
        return sources;
    }

    private static List<Map<String, String>> people(List<Person> known) {
        List<Map<String, String>> people = new ArrayList<>();
        int bytes = 0;
        for (Person person : known) {
            Map<String, String> entry = new LinkedHashMap<>();
            entry.put("name", shortened(person.name()));
            put(entry, "affiliation", person.affiliation());
            put(entry, "url", person.address());
            bytes += entry.values().stream().mapToInt(ResultMetadata::bytes).sum();
            if (bytes <= MAX_LIST_BYTES) {
                people.add(entry);
            }
        }
        return people;
    }

    private static List<Map<String, Object>> chapters(Chapters known) {
        List<Map<String, Object>> chapters = new ArrayList<>();
        int bytes = 0;
        for (Chapter chapter : known.list()) {
            String title = shortened(chapter.title());
            bytes += bytes(title) + Long.BYTES;
            if (bytes <= MAX_LIST_BYTES) {
                Map<String, Object> entry = new LinkedHashMap<>();
                entry.put("start_seconds", chapter.startMillis() / 1_000);
                entry.put("title", title);
                chapters.add(entry);
            }
        }
        return chapters;
    }

    private static void put(Map<String, String> entry, String key, @Nullable String value) {
        if (value != null) {
            entry.put(key, shortened(value));
        }
    }

    private static List<String> bounded(List<?> list) {
        List<String> bounded = new ArrayList<>();
        int bytes = 0;
        for (Object value : list) {
            bytes += bytes(value.toString());
            if (bytes > MAX_LIST_BYTES) {
                break;
            }
            bounded.add(value.toString());
        }
        return bounded;
    }

    private static String shortened(String text) {
        return text.length() <= MAX_LINK_TEXT_LENGTH ? text : text.substring(0, MAX_LINK_TEXT_LENGTH - 1) + "…";
    }

    /** On one line, without a character cut in two. */
    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        int bytes = 0;
        int end = 0;
        while (end < line.length()) {
            int character = line.codePointAt(end);
            bytes += bytes(Character.toString(character));
            if (bytes > MAX_ABSTRACT_BYTES) {
                return line.substring(0, end);
            }
            end += Character.charCount(character);
        }
        return line;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
