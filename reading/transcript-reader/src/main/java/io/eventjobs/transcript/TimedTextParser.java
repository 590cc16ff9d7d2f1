package io.eventjobs.transcript;

import java.io.StringReader;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the XML captions of YouTube: {@code srv1} ({@code <text start dur>}, seconds), {@code srv2} ({@code <text t d>}) and {@code srv3}
 * ({@code <p t d>}, milliseconds). Everything before an XML error is used. Document types and external resources are not supported.
 */
final class TimedTextParser {
    private static final Pattern ROOT = Pattern.compile(
            "\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<timedtext[\\s>]|<transcript>\\s*<text\\s)", Pattern.CASE_INSENSITIVE);

    private static final Pattern MILLIS = Pattern.compile("\\d{1,12}");
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,9})?");

    private final CueCollector cues = new CueCollector();
    private final StringBuilder text = new StringBuilder();
    private boolean isInCue;
    private @Nullable CueTiming timing;

    private TimedTextParser() {}

    static boolean isTimedText(String text) {
        return ROOT.matcher(text.substring(0, Math.min(text.length(), 2_000))).find();
    }

    static ParsedCues parse(String text) {
        TimedTextParser parser = new TimedTextParser();
        // Not what the class path brings along, some of which throws unchecked exceptions while it hands out text.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.strip()));
            while (reader.hasNext() && !parser.cues.isFull()) {
                parser.read(reader, reader.next());
            }
            reader.close();
        } catch (XMLStreamException e) {
            parser.cues.breakOff();
        }
        return parser.cues.parsed();
    }

    private void read(XMLStreamReader reader, int event) {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> {
                if (isInCue) {
                    text.append(reader.getText());
                }
            }
            default -> {}
        }
    }

    private void begin(XMLStreamReader reader) {
        String name = reader.getLocalName();
        if (name.equals("br")) {
            text.append('\n');
        } else if (isCue(name)) {
            isInCue = true;
            text.setLength(0);
            timing = timing(reader);
        }
    }

    private void end(String name) {
        if (!isCue(name) || !isInCue) {
            return;
        }
        isInCue = false;
        if (timing != null) {
            cues.add(timing, text.toString());
        } else if (!text.toString().isBlank()) {
            cues.addMalformed();
        }
    }

    private static boolean isCue(String element) {
        return element.equals("p") || element.equals("text");
    }

    private static @Nullable CueTiming timing(XMLStreamReader reader) {
        long start = millis(reader.getAttributeValue(null, "t"), reader.getAttributeValue(null, "start"));
        long length = millis(reader.getAttributeValue(null, "d"), reader.getAttributeValue(null, "dur"));
        return start < 0 ? null : new CueTiming(start, start + Math.max(0, length));
    }

    /** -1 if neither is a number. */
    private static long millis(@Nullable String millis, @Nullable String seconds) {
        if (millis != null && MILLIS.matcher(millis).matches()) {
            return Long.parseLong(millis);
        }
        return seconds != null && SECONDS.matcher(seconds).matches()
                ? Math.round(Double.parseDouble(seconds) * 1_000)
                : -1;
    }
}
