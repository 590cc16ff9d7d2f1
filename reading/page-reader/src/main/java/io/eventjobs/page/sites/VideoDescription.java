package io.eventjobs.page.sites;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The full description of a video, which some pages contain only in a script while their meta elements truncate it. */
final class VideoDescription {
    private static final int MAX_LENGTH = 20_000;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String MARK = "\"shortDescription\":";
    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.){1," + MAX_LENGTH + "}+\"");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"]{3,2000}");

    private VideoDescription() {}

    /** The description as an element of paragraphs, with addresses as links. */
    static Optional<Element> find(Document page) {
        for (Element script : page.select("script:not([src]):not([type])")) {
            int at = script.data().indexOf(MARK);
            if (at >= 0) {
                Matcher text = TEXT.matcher(script.data())
                        .region(at + MARK.length(), script.data().length());
                return text.lookingAt() ? read(text.group(), page) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<Element> read(String json, Document page) {
        try {
            Element box = page.createElement("div").addClass("video-info-description");
            for (String paragraph : MAPPER.readValue(json, String.class).split("\n\\s*\n")) {
                Element written = box.appendElement("p");
                paragraph.lines().forEach(line -> write(line, written));
            }
            return Optional.of(box);
        } catch (JacksonException e) {
            // Not a JSON string: no description.
            return Optional.empty();
        }
    }

    private static void write(String line, Element paragraph) {
        if (paragraph.childNodeSize() > 0) {
            paragraph.appendElement("br");
        }
        Matcher address = ADDRESS.matcher(line);
        int written = 0;
        while (address.find()) {
            String target = address.group().replaceFirst("(?<![.,;:!?)])[.,;:!?)]++$", "");
            paragraph.appendText(line.substring(written, address.start()));
            paragraph.appendElement("a").attr("href", target).text(target);
            written = address.start() + target.length();
        }
        paragraph.appendText(line.substring(written));
    }
}
