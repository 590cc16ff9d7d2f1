package io.eventjobs.document.office.slides;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Script;
import io.eventjobs.document.block.Span;
import io.eventjobs.document.block.SymbolFont;
import io.eventjobs.document.office.content.Fonts;
import io.eventjobs.document.office.content.ListNumbers;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.math.OfficeMath;
import io.eventjobs.document.office.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The text of a PowerPoint shape: paragraphs, lists, code, formulas. Not thread-safe. */
final class ShapeText {
    private static final int MAX_LEVEL = 8;
    /** In thousandths of a percent, or in percent. */
    private static final Pattern RAISED = Pattern.compile("^[1-9]");

    private final SlideLinks links;
    private final Losses losses;

    ShapeText(SlideLinks links, Losses losses) {
        this.links = links;
        this.losses = losses;
    }

    /** @param address that the whole shape links to; empty if none */
    List<Block> blocks(XmlElement body, TextStyle style, String address) {
        List<List<Span>> paragraphs = new ArrayList<>();
        List<XmlElement> elements = body.children("a:p");
        elements.forEach(paragraph -> paragraphs.add(spans(paragraph, style, address)));
        boolean isCode = paragraphs.stream().flatMap(List::stream).allMatch(ShapeText::isCode)
                && paragraphs.stream().anyMatch(line -> !new RichText(line).isBlank());
        if (isCode) {
            return List.of(new Block.Code(paragraphs.stream()
                    .map(line -> line.stream().map(Span::text).collect(Collectors.joining()))
                    .collect(Collectors.joining("\n"))
                    .stripTrailing()));
        }
        List<Block> blocks = new ArrayList<>();
        ListNumbers numbers = new ListNumbers();
        String[] schemes = new String[MAX_LEVEL + 1];
        for (int i = 0; i < elements.size(); i++) {
            blocks.add(block(elements.get(i), new RichText(paragraphs.get(i)), style, numbers, schemes));
        }
        return blocks;
    }

    /** All text on one line, as in a title or a table cell. */
    RichText line(XmlElement body, TextStyle style, String address) {
        List<Span> spans = new ArrayList<>();
        for (XmlElement paragraph : body.children("a:p")) {
            if (!spans.isEmpty()) {
                spans.add(Span.plain(" "));
            }
            spans.addAll(spans(paragraph, style, address));
        }
        return new RichText(spans);
    }

    private static Block block(
            XmlElement paragraph, RichText text, TextStyle style, ListNumbers numbers, String[] schemes) {
        int level = level(paragraph);
        Optional<XmlElement> bullet = style.bullet(paragraph, level);
        if (text.isBlank() || bullet.isEmpty()) {
            numbers.skip(text.isBlank() ? level + 1 : level);
            return new Block.Paragraph(text);
        }
        if (!bullet.get().is("a:buAutoNum")) {
            numbers.skip(level);
            return new Block.Item(level, null, text);
        }
        int start = bullet.get().number("startAt", 1);
        String scheme = bullet.get().attribute("type") + " " + start;
        if (!scheme.equals(schemes[level])) {
            numbers.skip(level);
            schemes[level] = scheme;
        }
        return new Block.Item(level, numbers.next(level, start), text);
    }

    private static int level(XmlElement paragraph) {
        return Math.clamp(
                paragraph
                        .first("a:pPr")
                        .map(properties -> properties.number("lvl", 0))
                        .orElse(0),
                0,
                MAX_LEVEL);
    }

    private List<Span> spans(XmlElement paragraph, TextStyle style, String address) {
        String font = style.font(paragraph, level(paragraph));
        List<Span> spans = new ArrayList<>();
        StringBuilder before = new StringBuilder();
        for (XmlElement part : paragraph.children()) {
            switch (part.name()) {
                case "a:r", "a:fld" -> {
                    Span span = span(part, font, before.toString(), address);
                    before.setLength(0);
                    before.append(span.text());
                    spans.add(span);
                }
                case "a:br" -> {
                    // A line break has no font, and breaks the lines of code.
                    Span last = spans.isEmpty() ? Span.plain("") : spans.getLast();
                    spans.add(new Span(
                            "\n", last.style() == Span.Style.MATH ? Span.Style.PLAIN : last.style(), last.address()));
                }
                case "a14:m", "m:oMath", "m:oMathPara" -> addFormulas(part, spans);
                default -> {
                    // Properties of the paragraph.
                }
            }
        }
        return spans;
    }

    private static void addFormulas(XmlElement part, List<Span> spans) {
        List<XmlElement> formulas = part.is("a14:m") ? part.children() : List.of(part);
        for (XmlElement formula : formulas) {
            String tex = OfficeMath.tex(formula);
            if (!tex.isEmpty()) {
                spans.add(new Span(tex, Span.Style.MATH, null));
            }
        }
    }

    private Span span(XmlElement run, String inherited, String before, String whole) {
        XmlElement properties = run.first("a:rPr").orElse(XmlElement.empty("a:rPr"));
        String own = properties
                .first("a:latin")
                .map(font -> font.attribute("typeface"))
                .orElse(inherited);
        String text = symbols(run.first("a:t").map(XmlElement::text).orElse(""), properties, own);
        String baseline = properties.attribute("baseline");
        String shown = baseline.startsWith("-")
                ? Script.lowered(text)
                : RAISED.matcher(baseline).find() ? Script.raised(text, before) : text;
        String address = links.of(properties);
        String target = address.isEmpty() ? whole : address;
        return new Span(shown, spanStyle(properties, own), target.isEmpty() ? null : target);
    }

    /** Letters of a symbol font are not what they seem. */
    private String symbols(String text, XmlElement properties, String font) {
        String face = properties
                .first("a:sym")
                .map(each -> each.attribute("typeface"))
                .orElse(font);
        Optional<SymbolFont> symbols = SymbolFont.of(font);
        if (symbols.isPresent()) {
            return symbols.get().text(text);
        }
        Optional<SymbolFont> within = SymbolFont.of(face);
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c < 0xf000 || c > 0xf0ff) {
                shown.appendCodePoint(c);
            } else {
                Optional<String> known =
                        within.or(() -> Optional.of(SymbolFont.WINGDINGS)).flatMap(each -> each.character(c));
                shown.append(known.orElse(""));
                if (known.isEmpty()) {
                    losses.add(Losses.Kind.SYMBOL);
                }
            }
        });
        return shown.toString();
    }

    private static Span.Style spanStyle(XmlElement properties, String font) {
        if (Fonts.isMonospaced(font)) {
            return Span.Style.CODE;
        }
        if (properties.attribute("strike").endsWith("Strike")
                && !properties.attribute("strike").equals("noStrike")) {
            return Span.Style.STRUCK;
        }
        return isOn(properties, "b") ? Span.Style.BOLD : isOn(properties, "i") ? Span.Style.ITALIC : Span.Style.PLAIN;
    }

    private static boolean isOn(XmlElement properties, String name) {
        String value = properties.attribute(name);
        return value.equals("1") || value.equals("true") || value.equals("on");
    }

    private static boolean isCode(Span span) {
        return span.style() == Span.Style.CODE || span.text().isBlank();
    }
}
