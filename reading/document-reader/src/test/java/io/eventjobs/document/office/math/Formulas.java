package io.eventjobs.document.office.math;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A short notation of {@code m:} elements: {@code sSup e{x} sup{2}}, with properties as {@code fPr[type=lin]}. */
final class Formulas {
    private static final Pattern PROPERTY = Pattern.compile("\\[(\\w+)=([^\\]]*)]");
    private static final Pattern NAME = Pattern.compile("\\G\\s*(\\w+)");
    private static final Set<String> PARTS = Set.of("e", "sup", "sub", "num", "den", "deg", "mr", "fName", "lim");

    private final String notation;
    private int at;

    private Formulas(String notation) {
        this.notation = notation;
    }

    static String xml(String notation) {
        return new Formulas(notation.strip()).element();
    }

    private String element() {
        String name = name();
        StringBuilder xml = new StringBuilder("<m:" + name + ">");
        while (at < notation.length() && notation.charAt(at) != '}') {
            String part = name();
            if (part.isEmpty()) {
                break;
            }
            xml.append("<m:" + part + ">")
                    .append(PARTS.contains(part) ? content() : properties())
                    .append("</m:" + part + ">");
        }
        return xml.append("</m:" + name + ">").toString();
    }

    private String properties() {
        StringBuilder xml = new StringBuilder();
        Matcher property = PROPERTY.matcher(notation);
        while (at < notation.length() && notation.charAt(at) == '[' && property.find(at)) {
            xml.append("<m:" + property.group(1) + " m:val=\"" + property.group(2) + "\"/>");
            at = property.end();
        }
        return xml.toString();
    }

    /** Text, one element, or parts of a row. */
    private String content() {
        at++;
        int end = at;
        for (int depth = 0; depth > 0 || notation.charAt(end) != '}'; end++) {
            depth += notation.charAt(end) == '{' ? 1 : notation.charAt(end) == '}' ? -1 : 0;
        }
        String inner = notation.substring(at, end);
        at = end + 1;
        if (!inner.contains("{")) {
            return inner.isEmpty() ? "" : "<m:r><m:t>" + inner + "</m:t></m:r>";
        }
        return inner.startsWith("e{") ? new Formulas("row " + inner).element().replaceAll("</?m:row>", "") : xml(inner);
    }

    private String name() {
        Matcher name = NAME.matcher(notation);
        if (!name.find(at)) {
            return "";
        }
        at = name.end();
        return name.group(1);
    }
}
