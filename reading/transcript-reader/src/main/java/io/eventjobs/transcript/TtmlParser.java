package io.eventjobs.transcript;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads TTML, its profiles (IMSC, EBU-TT-D, SMPTE-TT) and its predecessor DFXP: nested times of body, divisions, paragraphs and spans, in
 * parallel or in sequence; speakers from {@code ttm:agent}. Styling is ignored. Everything before an XML error is used. Document types,
 * custom entities and external resources are not supported.
 */
final class TtmlParser {
    private static final Pattern ROOT = Pattern.compile(
            "\\A\\s*(?:<\\?xml[^>]*>\\s*)?(?:<!--.{0,2000}?-->\\s*)*<(?:\\w+:)?tt[\\s>]", Pattern.DOTALL);
    private static final int MAX_DEPTH = 200;

    private final CueCollector cues = new CueCollector();
    private final Deque<TtmlElement> open = new ArrayDeque<>();
    private final Map<String, String> agents = new HashMap<>();
    private final List<TtmlRun> runs = new ArrayList<>();
    private TtmlTime time = TtmlTime.DEFAULT;
    private @Nullable String agent;
    private boolean isMalformed;

    private TtmlParser() {}

    static boolean isTtml(String text) {
        return ROOT.matcher(text.substring(0, Math.min(text.length(), 10_000))).find();
    }

    static ParsedCues parse(String text) {
        TtmlParser parser = new TtmlParser();
        // Not what the class path brings along, some of which throws unchecked exceptions while it hands out text.
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
            try {
                while (reader.hasNext() && !parser.cues.isFull()) {
                    parser.read(reader, reader.next());
                }
            } finally {
                reader.close();
            }
        } catch (XMLStreamException e) {
            parser.cues.breakOff();
        }
        return parser.cues.parsed();
    }

    private void read(XMLStreamReader reader, int event) throws XMLStreamException {
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> begin(reader);
            case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA ->
                text(reader.getText());
            default -> {}
        }
    }

    private void begin(XMLStreamReader reader) throws XMLStreamException {
        if (open.size() >= MAX_DEPTH) {
            throw new XMLStreamException("too deep");
        }
        String name = reader.getLocalName();
        switch (name) {
            case "tt" -> time = TtmlTime.of(reader);
            case "agent" -> agent = attribute(reader, "id");
            case "br" -> text("\n");
            case "p" -> isMalformed = time.isMalformed(attribute(reader, "begin"));
            default -> {}
        }
        open.push(TtmlElement.of(name, reader, time, open.peek(), voice(attribute(reader, "agent"))));
    }

    private void end(String name) {
        TtmlElement ended = open.pop();
        TtmlElement parent = open.peek();
        if (parent != null) {
            parent.childEnded(ended);
        }
        if (name.equals("p")) {
            flush();
        } else if (name.equals("agent")) {
            agent = null;
        }
    }

    private void text(String text) {
        TtmlElement in = open.peek();
        if (agent != null && in != null && in.name().equals("name")) {
            agents.merge(agent, CueText.oneSpaced(text), String::concat);
        } else if (in != null && in.isWithinParagraph() && !in.isMetadata()) {
            boolean isLineBreak = text.equals("\n");
            runs.add(new TtmlRun(in.begin(), in.end(), in.voice(), isLineBreak ? "\n" : text.replaceAll("\\s+", " ")));
        }
    }

    /** Text of the same time interval belongs to one cue. */
    private void flush() {
        if (isMalformed && !runs.stream().allMatch(TtmlRun::isBlank)) {
            cues.addMalformed();
            runs.clear();
        }
        for (int first = 0; first < runs.size(); ) {
            int next = first + 1;
            while (next < runs.size()
                    && (runs.get(next).isAtTimeOf(runs.get(first))
                            || runs.get(next).isBlank())) {
                next++;
            }
            TtmlRun run = runs.get(first);
            StringBuilder text = new StringBuilder();
            runs.subList(first, next).forEach(each -> text.append(each.text()));
            cues.addPlain(run.begin(), run.end(), run.voice(), text.toString());
            first = next;
        }
        runs.clear();
    }

    private @Nullable String voice(@Nullable String ids) {
        if (ids == null) {
            return null;
        }
        List<String> names = new ArrayList<>();
        for (String id : ids.strip().split("\\s+")) {
            String name = agents.getOrDefault(id, "");
            names.add(name.isEmpty() ? id : name);
        }
        return String.join(", ", names);
    }

    /** By local name, since files use different namespaces. */
    static @Nullable String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** A piece of text. */
    private record TtmlRun(long begin, long end, @Nullable String voice, String text) {
        boolean isAtTimeOf(TtmlRun other) {
            return begin == other.begin && end == other.end;
        }

        boolean isBlank() {
            return text.isBlank();
        }
    }
}
