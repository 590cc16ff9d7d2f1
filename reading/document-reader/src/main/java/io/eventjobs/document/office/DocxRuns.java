package io.eventjobs.document.office;

import io.eventjobs.document.office.content.Fonts;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.IRunElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFHyperlink;
import org.apache.poi.xwpf.usermodel.XWPFHyperlinkRun;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFSDT;
import org.jspecify.annotations.Nullable;

/** Reads the text of Word paragraphs and collects the footnotes they reference. Not thread-safe. */
final class DocxRuns {
    private static final Pattern FOOTNOTE = Pattern.compile("\\[footnoteRef:(\\d{1,6})]");

    private final XWPFDocument document;
    private final Set<Integer> footnotes = new LinkedHashSet<>();

    DocxRuns(XWPFDocument document) {
        this.document = document;
    }

    List<Span> spans(XWPFParagraph paragraph) {
        List<Span> spans = new ArrayList<>();
        for (IRunElement element : paragraph.getIRuns()) {
            switch (element) {
                case XWPFRun run -> {
                    if (!run.isVanish() && !isDeleted(run)) {
                        spans.add(new Span(text(run), spanStyle(run), address(run)));
                    }
                }
                case XWPFSDT content ->
                    spans.add(Span.plain(content.getContent().getText()));
                default -> {
                    // Marks without text.
                }
            }
        }
        return spans;
    }

    /** The footnotes referenced so far. */
    Set<Integer> footnotes() {
        return footnotes;
    }

    private String text(XWPFRun run) {
        Matcher footnote = FOOTNOTE.matcher(run.text());
        return footnote.replaceAll(found -> {
            footnotes.add(Integer.valueOf(found.group(1)));
            return "[" + found.group(1) + "]";
        });
    }

    /** A run whose own text element is empty but that still yields text is a tracked deletion. */
    private static boolean isDeleted(XWPFRun run) {
        return run.getText(0) == null
                && !FOOTNOTE.matcher(run.text()).replaceAll("").isBlank();
    }

    private static Span.Style spanStyle(XWPFRun run) {
        if (Fonts.isMonospaced(run.getFontFamily())) {
            return Span.Style.CODE;
        }
        return run.isBold() ? Span.Style.BOLD : run.isItalic() ? Span.Style.ITALIC : Span.Style.PLAIN;
    }

    private @Nullable String address(XWPFRun run) {
        XWPFHyperlink link = run instanceof XWPFHyperlinkRun linked ? linked.getHyperlink(document) : null;
        return link == null ? null : link.getURL();
    }
}
