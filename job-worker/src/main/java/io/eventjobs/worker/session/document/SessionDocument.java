package io.eventjobs.worker.session.document;

import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.worker.session.media.Transcript;
import io.eventjobs.worker.session.page.FactName;
import io.eventjobs.worker.session.page.MarkdownText;
import io.eventjobs.worker.session.page.PageLink;
import io.eventjobs.worker.session.slides.SlideDeck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes the document of a session: front matter, facts, content, slides, transcript, links. The same input gives the same text. */
public final class SessionDocument {
    private SessionDocument() {}

    public static String write(SessionParameters request, DocumentParts parts, List<String> warnings) {
        List<String> blocks = new ArrayList<>();
        blocks.add(FrontMatter.of(frontMatter(request, parts, warnings)).stripTrailing());
        blocks.add("# " + MarkdownText.escaped(oneLine(parts.sheet().title())));
        add(blocks, facts(parts.sheet()));
        add(blocks, content(parts));
        add(blocks, slides(parts));
        add(blocks, transcript(parts));
        add(blocks, links(parts));
        return String.join("\n\n", blocks) + "\n";
    }

    private static Map<String, Object> frontMatter(
            SessionParameters request, DocumentParts parts, List<String> warnings) {
        Map<String, Object> values = new LinkedHashMap<>(parts.sheet().values());
        Translation translation = Translation.of(request);
        values.put("language", translation.language());
        values.put("source_language", request.sourceLanguage());
        values.put("target_language", request.targetLanguage());
        values.put("translated", false);
        values.put("template", request.template());
        if (request.target() != null) {
            values.put("target", request.target());
        }
        if (!warnings.isEmpty()) {
            values.put("warnings", warnings);
        }
        return values;
    }

    private static String facts(SessionSheet sheet) {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("event", "Event");
        labels.put("track", "Track");
        labels.put("day", "Day");
        labels.put("date", "Date");
        labels.put("start", "Start");
        labels.put("end", "End");
        labels.put("room", "Room");
        List<String> lines = new ArrayList<>();
        labels.forEach((name, label) -> {
            String value = sheet.text(name);
            if (value != null) {
                lines.add("- **" + label + ":** " + MarkdownText.escaped(oneLine(value)));
            }
        });
        List<String> speakers = sheet.texts("speakers");
        if (!speakers.isEmpty()) {
            lines.add("- **Speakers:** "
                    + speakers.stream()
                            .map(name -> MarkdownText.escaped(oneLine(name)))
                            .collect(Collectors.joining(", ")));
        }
        addLink(lines, "Page", sheet.text("url"));
        addLink(lines, "Video", sheet.text("video"));
        addLink(lines, "Slides", sheet.text("slides"));
        return String.join("\n", lines);
    }

    private static void addLink(List<String> lines, String label, @Nullable String address) {
        String target = address == null ? null : MarkdownText.target(address);
        if (target != null && address != null) {
            lines.add("- **" + label + ":** [" + MarkdownText.escaped(address) + "](" + target + ")");
        }
    }

    private static String content(DocumentParts parts) {
        String markdown = parts.page().markdown().strip();
        if (!markdown.isEmpty()) {
            return "## Abstract\n\n" + markdown;
        }
        return parts.page()
                .facts()
                .first(FactName.ABSTRACT)
                .map(fact -> "## Abstract\n\n" + MarkdownText.escapedLine(fact.value()))
                .orElse("");
    }

    private static String slides(DocumentParts parts) {
        if (parts.slides().slides().isEmpty()) {
            return "";
        }
        List<String> blocks = new ArrayList<>();
        blocks.add("## Slides");
        for (SlideDeck.Slide slide : parts.slides().slides()) {
            String image = parts.slideFolder() + slide.image().getFileName();
            blocks.add("![Slide " + slide.number() + "](" + encoded(image) + ")");
            if (!slide.text().isBlank()) {
                blocks.add(slideText(slide.text()));
            }
        }
        return String.join("\n\n", blocks);
    }

    /** The lines of a slide as a quote, each on a line of its own. */
    private static String slideText(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(line -> "> " + MarkdownText.escapedLine(oneLine(line)))
                .collect(Collectors.joining("  \n"));
    }

    private static String transcript(DocumentParts parts) {
        Transcript transcript = parts.transcript();
        if (transcript == null || transcript.paragraphs().isEmpty()) {
            return "";
        }
        List<String> blocks = new ArrayList<>();
        blocks.add("## Transcript");
        for (Transcript.Paragraph paragraph : transcript.paragraphs()) {
            String text = MarkdownText.escapedLine(oneLine(paragraph.text()));
            blocks.add(paragraph.start() == null ? text : mark(paragraph.start(), parts.sheet()) + " " + text);
        }
        return String.join("\n\n", blocks);
    }

    private static String mark(Duration start, SessionSheet sheet) {
        String clock = "%02d:%02d:%02d".formatted(start.toHours(), start.toMinutesPart(), start.toSecondsPart());
        String target = sheet.video()
                .filter(video -> video.toLowerCase(Locale.ROOT).matches(".*\\.(?:mp4|webm|mkv|m4v|ogv)(?:[?].*)?"))
                .map(video -> MarkdownText.target(video + "#t=" + start.toSeconds()))
                .orElse(null);
        return target == null ? "\\[" + clock + "\\]" : "[" + clock + "](" + target + ")";
    }

    private static String links(DocumentParts parts) {
        List<String> lines = parts.page().links().stream()
                .filter(link -> link.kind() != PageLink.Kind.SERVICE)
                .map(SessionDocument::line)
                .filter(line -> !line.isEmpty())
                .toList();
        return lines.isEmpty() ? "" : "## Links\n\n" + String.join("\n", lines);
    }

    private static String line(PageLink link) {
        String target = MarkdownText.target(link.address());
        String text = link.text().isBlank() ? link.address() : link.text();
        return target == null ? "" : "- [" + MarkdownText.escaped(oneLine(text)) + "](" + target + ")";
    }

    /** A relative address: spaces and brackets would end it early. */
    private static String encoded(String path) {
        return path.replace("%", "%25")
                .replace(" ", "%20")
                .replace("(", "%28")
                .replace(")", "%29")
                .replace("#", "%23")
                .replace("?", "%3F");
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static void add(List<String> blocks, String block) {
        if (!block.isBlank()) {
            blocks.add(block);
        }
    }
}
