package io.eventjobs.document.office.word;

import io.eventjobs.document.office.xml.XmlElement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Interprets Word styles by their names, which are English in every language version, and by what they inherit from their base styles. */
final class WordStyles {
    private static final Pattern HEADING = Pattern.compile("heading (\\d)");
    private static final Pattern CODE = Pattern.compile("\\bcode\\b|source|preformatted|verbatim|plain text");
    private static final Pattern CONTENTS = Pattern.compile("toc \\d|table of figures");
    private static final int MAX_DEPTH = 20;

    private final Map<String, XmlElement> styles = new HashMap<>();
    private final Map<String, List<XmlElement>> chains = new HashMap<>();
    private final Map<String, Optional<XmlElement>> ofRuns = new HashMap<>();
    private final Map<String, Optional<XmlElement>> names = new HashMap<>();
    private String normal = "";

    WordStyles(Optional<XmlElement> root) {
        for (XmlElement style : root.map(found -> found.children("w:style")).orElse(List.of())) {
            String id = style.attribute("styleId");
            styles.put(id, style);
            boolean isDefault = style.attribute("default").matches("1|true|on");
            if (isDefault && style.attribute("type").equals("paragraph")) {
                normal = id;
            }
        }
    }

    /** The level of a heading; 0 for other styles. */
    int heading(String id) {
        for (XmlElement style : chain(id)) {
            String name = name(style);
            Matcher heading = HEADING.matcher(name);
            if (heading.matches()) {
                return Integer.parseInt(heading.group(1));
            }
            if (name.equals("title")) {
                return 1;
            }
            if (name.equals("subtitle")) {
                return 2;
            }
        }
        return 0;
    }

    boolean isCode(String id) {
        XmlElement style = styles.get(id);
        return style != null && CODE.matcher(name(style)).find();
    }

    /** Whether a paragraph belongs to a generated table of contents, which repeats the headings. */
    boolean isContents(String id) {
        XmlElement style = styles.get(id);
        return style != null && CONTENTS.matcher(name(style)).matches();
    }

    /** A property of runs, from the nearest style that has it. */
    Optional<XmlElement> ofRuns(String id, String property) {
        return ofRuns.computeIfAbsent(id + "\n" + property, key -> chain(id).stream()
                .map(style -> style.first("w:rPr", property))
                .flatMap(Optional::stream)
                .findFirst());
    }

    /** The style, and those that it inherits from; without a style, the default one. */
    List<XmlElement> chain(String id) {
        List<XmlElement> known = chains.get(id);
        if (known == null) {
            known = inherited(id);
            chains.put(id, known);
        }
        return known;
    }

    private List<XmlElement> inherited(String id) {
        List<XmlElement> chain = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        String next = id.isEmpty() ? normal : id;
        while (chain.size() < MAX_DEPTH && seen.add(next) && styles.containsKey(next)) {
            XmlElement style = styles.get(next);
            chain.add(style);
            next = style.value("w:basedOn");
        }
        return chain;
    }

    private String name(XmlElement style) {
        return names.computeIfAbsent(style.attribute("styleId"), id -> style.first("w:name"))
                .map(name -> name.attribute("val").toLowerCase(Locale.ROOT))
                .orElse("");
    }
}
