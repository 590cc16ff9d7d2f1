package io.eventjobs.document.office;

import io.eventjobs.document.office.content.ListNumbers;
import io.eventjobs.document.office.content.Fonts;
import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xslf.usermodel.XSLFHyperlink;
import org.apache.poi.xslf.usermodel.XSLFTextParagraph;
import org.apache.poi.xslf.usermodel.XSLFTextRun;
import org.apache.poi.xslf.usermodel.XSLFTextShape;
import org.jspecify.annotations.Nullable;

/** The text of a PowerPoint shape: paragraphs, lists, code. */
final class ShapeText {
    private ShapeText() {}

    static List<Block> of(XSLFTextShape shape) {
        List<Block> blocks = new ArrayList<>();
        List<XSLFTextParagraph> paragraphs = shape.getTextParagraphs();
        if (!paragraphs.isEmpty() && paragraphs.stream().allMatch(ShapeText::isCode)) {
            StringBuilder code = new StringBuilder();
            paragraphs.forEach(paragraph ->
                    code.append(paragraph.getText().replace('\u000b', '\n')).append('\n'));
            return List.of(new Block.Code(code.toString().stripTrailing()));
        }
        ListNumbers numbers = new ListNumbers();
        for (XSLFTextParagraph paragraph : paragraphs) {
            blocks.add(block(paragraph, numbers));
        }
        return blocks;
    }

    /** All text on one line, as in a table cell. */
    static RichText line(XSLFTextShape shape) {
        List<Span> spans = new ArrayList<>();
        for (XSLFTextParagraph paragraph : shape.getTextParagraphs()) {
            if (!spans.isEmpty()) {
                spans.add(Span.plain(" "));
            }
            spans.addAll(spans(paragraph));
        }
        return new RichText(spans);
    }

    private static Block block(XSLFTextParagraph paragraph, ListNumbers numbers) {
        RichText text = new RichText(spans(paragraph));
        int level = paragraph.getIndentLevel();
        if (text.isBlank() || !paragraph.isBullet()) {
            numbers.skip(text.isBlank() ? level + 1 : level);
            return new Block.Paragraph(text);
        }
        if (paragraph.getAutoNumberingScheme() == null) {
            numbers.skip(level);
            return new Block.Item(level, null, text);
        }
        return new Block.Item(level, numbers.next(level), text);
    }

    private static List<Span> spans(XSLFTextParagraph paragraph) {
        List<Span> spans = new ArrayList<>();
        for (XSLFTextRun run : paragraph.getTextRuns()) {
            spans.add(new Span(text(run), spanStyle(run), address(run.getHyperlink())));
        }
        return spans;
    }

    private static String text(XSLFTextRun run) {
        String text = run.getRawText();
        return text == null ? "" : text;
    }

    private static Span.Style spanStyle(XSLFTextRun run) {
        if (Fonts.isMonospaced(run.getFontFamily())) {
            return Span.Style.CODE;
        }
        return run.isBold() ? Span.Style.BOLD : run.isItalic() ? Span.Style.ITALIC : Span.Style.PLAIN;
    }

    private static @Nullable String address(@Nullable XSLFHyperlink link) {
        return link == null ? null : link.getAddress();
    }

    private static boolean isCode(XSLFTextParagraph paragraph) {
        return paragraph.getTextRuns().stream()
                .filter(run -> !text(run).isBlank())
                .allMatch(run -> Fonts.isMonospaced(run.getFontFamily()));
    }
}
