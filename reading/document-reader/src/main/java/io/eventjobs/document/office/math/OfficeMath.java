package io.eventjobs.document.office.math;

import io.eventjobs.document.office.xml.XmlElement;
import io.eventjobs.markdown.math.Tex;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the formulas of Word and PowerPoint ({@code m:oMath}). Unknown elements count as what they contain. Pure. */
public final class OfficeMath {
    private OfficeMath() {}

    /** A formula, or a paragraph of formulas, as TeX; empty if it says nothing. */
    public static String tex(XmlElement math) {
        if (math.is("m:oMathPara")) {
            List<String> lines = math.children("m:oMath").stream()
                    .map(OfficeMath::tex)
                    .filter(line -> !line.isEmpty())
                    .toList();
            return lines.size() == 1 ? lines.getFirst() : lines.isEmpty() ? "" : Tex.lines(lines);
        }
        return inner(math).replaceAll("\\s+", " ").strip();
    }

    private static String inner(XmlElement parent) {
        StringBuilder tex = new StringBuilder();
        for (XmlElement child : parent.children()) {
            String next = element(child);
            boolean parts =
                    !tex.isEmpty() && endsInCommand(tex) && !next.isEmpty() && Character.isLetter(next.charAt(0));
            tex.append(parts ? " " : "").append(next);
        }
        return tex.toString();
    }

    private static boolean endsInCommand(StringBuilder tex) {
        int at = tex.length() - 1;
        while (at >= 0 && isAsciiLetter(tex.charAt(at))) {
            at--;
        }
        return at >= 0 && at < tex.length() - 1 && tex.charAt(at) == '\\';
    }

    private static boolean isAsciiLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static String element(XmlElement part) {
        return switch (part.name()) {
            case "m:r", "w:r" -> run(part);
            case "m:t", "w:t" -> Tex.characters(part.text());
            case "m:f" -> fraction(part);
            case "m:sSup" -> Tex.scripts(of(part, "m:e"), "", of(part, "m:sup"));
            case "m:sSub" -> Tex.scripts(of(part, "m:e"), of(part, "m:sub"), "");
            case "m:sSubSup" -> Tex.scripts(of(part, "m:e"), of(part, "m:sub"), of(part, "m:sup"));
            case "m:sPre" -> Tex.scripts("{}", of(part, "m:sub"), of(part, "m:sup")) + of(part, "m:e");
            case "m:rad" -> Tex.root(part.isOn("m:radPr", "m:degHide") ? "" : of(part, "m:deg"), of(part, "m:e"));
            case "m:nary" ->
                Tex.over(
                        mark(part, "m:naryPr", "m:chr", "∫"),
                        part.isOn("m:naryPr", "m:subHide") ? "" : of(part, "m:sub"),
                        part.isOn("m:naryPr", "m:supHide") ? "" : of(part, "m:sup"),
                        of(part, "m:e"));
            case "m:d" -> delimited(part);
            case "m:m" ->
                Tex.matrix(part.children("m:mr").stream()
                        .map(row -> row.children("m:e").stream()
                                .map(OfficeMath::inner)
                                .toList())
                        .toList());
            case "m:eqArr" ->
                Tex.lines(part.children("m:e").stream()
                        .map(line -> inner(line).replace("\\&", "&"))
                        .toList());
            case "m:func" -> Tex.function(of(part, "m:fName")) + " " + of(part, "m:e");
            case "m:limLow" -> Tex.below(of(part, "m:e"), of(part, "m:lim"));
            case "m:limUpp" -> Tex.above(of(part, "m:e"), of(part, "m:lim"));
            case "m:acc" -> Tex.accent(mark(part, "m:accPr", "m:chr", "\u0302"), of(part, "m:e"));
            case "m:bar" ->
                Tex.accent(part.value("m:barPr", "m:pos").equals("top") ? "\u0305" : "\u0332", of(part, "m:e"));
            case "m:groupChr" -> grouped(part);
            case "m:borderBox" -> "\\boxed{" + of(part, "m:e").strip() + "}";
            case "m:phant" ->
                part.first("m:phantPr", "m:show").filter(XmlElement::isOff).isPresent() ? "" : of(part, "m:e");
            case "w:del", "w:moveFrom", "w:rPr", "a:rPr", "m:ctrlPr" -> "";
            default -> part.localName().endsWith("Pr") ? "" : inner(part);
        };
    }

    private static String run(XmlElement run) {
        String text = run.children().stream()
                .filter(child -> child.is("m:t") || child.is("w:t"))
                .map(XmlElement::text)
                .collect(Collectors.joining());
        if (run.isOn("m:rPr", "m:nor")) {
            return Tex.words(text);
        }
        String tex = Tex.characters(text);
        return switch (run.value("m:rPr", "m:scr")) {
            case "double-struck" -> "\\mathbb{" + tex + "}";
            case "script" -> "\\mathcal{" + tex + "}";
            case "fraktur" -> "\\mathfrak{" + tex + "}";
            default -> tex;
        };
    }

    private static String fraction(XmlElement fraction) {
        String over = of(fraction, "m:num");
        String under = of(fraction, "m:den");
        return switch (fraction.value("m:fPr", "m:type")) {
            case "lin", "skw" -> over.strip() + "/" + under.strip();
            case "noBar" -> "{" + over.strip() + " \\atop " + under.strip() + "}";
            default -> Tex.fraction(over, under);
        };
    }

    private static String delimited(XmlElement delimited) {
        String separator = mark(delimited, "m:dPr", "m:sepChr", "|");
        String inner = delimited.children("m:e").stream()
                .map(OfficeMath::inner)
                .map(String::strip)
                .collect(Collectors.joining(separator.equals("|") ? " | " : separator + " "));
        return Tex.fenced(mark(delimited, "m:dPr", "m:begChr", "("), inner, mark(delimited, "m:dPr", "m:endChr", ")"));
    }

    private static String grouped(XmlElement group) {
        String sign = mark(group, "m:groupChrPr", "m:chr", "\u23df");
        String base = of(group, "m:e");
        boolean isAbove = group.value("m:groupChrPr", "m:pos").equals("top");
        if (sign.equals("\u23df") || sign.equals("\u23de")) {
            return Tex.accent(sign, base);
        }
        return isAbove ? Tex.above(base, sign) : Tex.below(base, sign);
    }

    /** A character of the properties; the default if it is not given, empty if it is given as empty. */
    private static String mark(XmlElement of, String properties, String name, String otherwise) {
        return of.first(properties, name).map(chosen -> chosen.attribute("val")).orElse(otherwise);
    }

    private static String of(XmlElement parent, String part) {
        return parent.first(part).map(OfficeMath::inner).orElse("");
    }
}
