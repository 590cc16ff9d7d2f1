package io.eventjobs.document.office.word;

import io.eventjobs.document.block.Span;
import io.eventjobs.document.block.SymbolFont;
import io.eventjobs.document.office.content.Losses;
import io.eventjobs.document.office.math.OfficeMath;
import io.eventjobs.document.office.xml.Relation;
import io.eventjobs.document.office.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the paragraphs of a part hold, as it is after all tracked changes. Not thread-safe. */
final class WordRuns {
    private final WordStyles styles;
    private final WordNotes notes;
    private final Map<String, Relation> relations;
    private final Losses losses;
    private final WordFields fields = new WordFields();

    /** @param relations of the part */
    WordRuns(WordStyles styles, WordNotes notes, Map<String, Relation> relations, Losses losses) {
        this.styles = styles;
        this.notes = notes;
        this.relations = relations;
        this.losses = losses;
    }

    WordLine read(XmlElement paragraph) {
        Reading reading = new Reading(paragraph.value("w:pPr", "w:pStyle"));
        reading.addAll(paragraph, null);
        return new WordLine(reading.spans, reading.drawn);
    }

    /** One paragraph while it is read. */
    private final class Reading {
        private final String style;
        private final List<Span> spans = new ArrayList<>();
        private final List<XmlElement> drawn = new ArrayList<>();

        Reading(String style) {
            this.style = style;
        }

        void addAll(XmlElement parent, @Nullable String address) {
            for (XmlElement child : parent.children()) {
                switch (child.name()) {
                    case "w:r" -> addRun(child, address);
                    case "w:hyperlink" -> {
                        Relation link = relations.get(child.attribute("r:id"));
                        addAll(
                                child,
                                link != null && link.isExternal()
                                        ? withAnchor(link.target(), child.attribute("anchor"))
                                        : address);
                    }
                    case "w:fldSimple" -> {
                        String target = WordFields.address(child.attribute("instr"));
                        Span shown = WordFields.shown(child.attribute("instr"));
                        addField(shown, Span.Style.PLAIN, null);
                        if (shown == null) {
                            addAll(child, target == null ? address : target);
                        }
                    }
                    case "m:oMath", "m:oMathPara" -> addFormula(child);
                    case "w:del", "w:moveFrom", "w:pPr", "w:sdtPr", "w:rt" -> {
                        // No longer there, or no content.
                    }
                    default -> addAll(child, address);
                }
            }
        }

        private void addFormula(XmlElement formula) {
            String tex = OfficeMath.tex(formula);
            if (!tex.isEmpty()) {
                spans.add(new Span(tex, Span.Style.MATH, null));
            }
        }

        private void addRun(XmlElement run, @Nullable String address) {
            RunStyle look = new RunStyle(styles, run, style);
            boolean isHidden = look.isHidden();
            for (XmlElement child : run.children()) {
                switch (child.name()) {
                    case "w:fldChar" -> addField(fields.mark(child), look.span(), address);
                    case "w:instrText" -> fields.addInstruction(child.text());
                    default -> {
                        if (!isHidden && !fields.isHidden()) {
                            addPart(child, look, address);
                        }
                    }
                }
            }
        }

        private void addField(@Nullable Span shown, Span.Style look, @Nullable String address) {
            if (shown != null && shown.style() == Span.Style.MATH) {
                spans.add(shown);
            } else if (shown != null) {
                addText(shown.text(), look, address);
            }
        }

        private void addPart(XmlElement part, RunStyle look, @Nullable String address) {
            switch (part.name()) {
                case "w:t" -> addText(look.placed(letters(part.text(), look.font()), before()), look.span(), address);
                case "w:tab" -> addText("\t", look.span(), address);
                case "w:br", "w:cr" -> addText("\n", look.span(), address);
                case "w:ptab" -> addText(" ", look.span(), address);
                case "w:noBreakHyphen" -> addText("-", look.span(), address);
                case "w:sym" -> addText(symbol(part), Span.Style.PLAIN, address);
                case "w:footnoteReference" ->
                    addText(notes.refer(new WordNotes.Note(false, part.attribute("id"))), Span.Style.PLAIN, null);
                case "w:endnoteReference" ->
                    addText(notes.refer(new WordNotes.Note(true, part.attribute("id"))), Span.Style.PLAIN, null);
                case "w:drawing", "w:pict", "w:object" -> drawn.add(part);
                case "w:ruby" -> addRuby(part, address);
                case "m:oMath", "m:oMathPara" -> addFormula(part);
                case "w:rPr", "w:delText", "w:delInstrText", "w:softHyphen" -> {
                    // No longer there, or no content.
                }
                default -> {
                    // Of unknown elements within a run, only what may be drawn is of interest.
                    if (!part.children().isEmpty()) {
                        drawn.add(part);
                    }
                }
            }
        }

        /** The reading follows in brackets, as that of a page does. */
        private void addRuby(XmlElement ruby, @Nullable String address) {
            ruby.first("w:rubyBase").ifPresent(base -> addAll(base, address));
            int before = spans.size();
            ruby.first("w:rt").ifPresent(reading -> addAll(reading, address));
            if (spans.size() > before) {
                spans.add(before, Span.plain("("));
                spans.add(Span.plain(")"));
            }
        }

        private void addText(String text, Span.Style look, @Nullable String address) {
            if (!text.isEmpty()) {
                spans.add(new Span(text, look, address == null ? fields.address() : address));
            }
        }

        private String before() {
            return spans.isEmpty() ? "" : spans.getLast().text();
        }
    }

    private static String withAnchor(String address, String anchor) {
        return anchor.isEmpty() || address.contains("#") ? address : address + "#" + anchor;
    }

    /** Letters of a symbol font are not what they seem. */
    private static String letters(String text, String font) {
        return SymbolFont.of(font).map(symbols -> symbols.text(text)).orElse(text);
    }

    private String symbol(XmlElement symbol) {
        String code = symbol.attribute("char");
        if (!code.matches("[0-9a-fA-F]{1,5}")) {
            return "";
        }
        Optional<SymbolFont> font = SymbolFont.of(symbol.attribute("font"));
        int value = Integer.parseInt(code, 16);
        Optional<String> known =
                font.isPresent() ? font.get().character(value) : Optional.of(Character.toString(value));
        if (known.isEmpty()) {
            losses.add(Losses.Kind.SYMBOL, symbol.attribute("font"));
        }
        return known.orElse("");
    }
}
