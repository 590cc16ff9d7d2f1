package io.eventjobs.worker.session.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jspecify.annotations.Nullable;

/**
 * HTML to CommonMark with GFM tables, in one walk without recursion. Emits no HTML. Nested structures are written into frames
 * that are put into their parent when they end; nesting beyond {@value #DEEPEST_FRAMES} frames is written flat, so the work
 * stays linear in the size of the page.
 */
final class MarkdownConverter implements NodeFilter {
    private static final int DEEPEST_FRAMES = 24;
    private static final Set<String> SKIPPED =
            Set.of("script", "style", "noscript", "template", "svg", "head", "title");

    private final Deque<Frame> frames = new ArrayDeque<>();
    private final List<PageImage> images = new ArrayList<>();
    private int tables;

    private MarkdownConverter() {
        frames.push(new Frame("", null));
    }

    /** The Markdown of what is in the element, and the images in it. */
    static Converted convert(Element root) {
        MarkdownConverter converter = new MarkdownConverter();
        NodeTraversor.filter(converter, root);
        while (converter.frames.size() > 1) {
            converter.close(converter.frames.pop());
        }
        String markdown = converter.frames.element().text.blocks();
        return new Converted(markdown, converter.images);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            frames.element().text.words(text.getWholeText());
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? open(element) : FilterResult.SKIP_ENTIRELY;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            end(element);
        }
        return FilterResult.CONTINUE;
    }

    private FilterResult open(Element element) {
        String name = element.normalName();
        if (SKIPPED.contains(name)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        MarkdownWriter text = frames.element().text;
        switch (name) {
            case "br" -> text.lineBreak();
            case "hr" -> text.block("---");
            case "img" -> image(element);
            case "pre" -> {
                text.block(CodeBlock.of(element));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "code", "kbd", "samp", "tt" -> {
                text.inline(CodeBlock.inline(element.text()));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "math" -> {
                text.words(element.attr("alttext").isEmpty() ? element.text() : element.attr("alttext"));
                return FilterResult.SKIP_ENTIRELY;
            }
            case "iframe", "video", "audio", "source" -> player(element);
            case "table" -> openTable(element);
            case "tr" -> row(frames.element());
            default -> push(element, name);
        }
        return FilterResult.CONTINUE;
    }

    private void push(Element element, String name) {
        if (isFramed(name) && frames.size() < DEEPEST_FRAMES) {
            frames.push(new Frame(name, element));
        } else if (element.isBlock() || name.equals("figcaption") || name.equals("summary")) {
            frames.element().text.endBlock();
        }
    }

    private static boolean isFramed(String name) {
        return switch (name) {
            case "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "a",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "del",
                    "s",
                    "td",
                    "th",
                    "caption",
                    "dt",
                    "dd",
                    "figcaption",
                    "summary" -> true;
            default -> false;
        };
    }

    private void end(Element element) {
        Frame top = frames.element();
        if (top.element == element) {
            frames.pop();
            close(top);
        } else if (element.normalName().equals("tr") && top.table != null) {
            top.table.endRow();
        } else if (element.isBlock()) {
            top.text.endBlock();
        }
    }

    private void close(Frame frame) {
        Frame parent = frames.element();
        MarkdownWriter out = parent.text;
        switch (frame.name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(frame, out);
            case "ul", "ol" -> out.block(frame.text.list());
            case "li" -> item(frame, parent);
            case "blockquote" -> out.block(Indentation.prefixed(frame.text.blocks(), "> "));
            case "a" -> link(frame, out);
            case "strong", "b" -> out.emphasized("**", frame.text.line());
            case "em", "i" -> out.emphasized("*", frame.text.line());
            case "del", "s" -> out.emphasized("~~", frame.text.line());
            case "td", "th" -> cell(frame, parent);
            case "dt", "summary" -> {
                out.endBlock();
                out.emphasized("**", frame.text.line());
                out.endBlock();
            }
            case "dd" -> out.block(Indentation.item("- ", frame.text.blocks()));
            case "caption", "figcaption" -> {
                out.endBlock();
                out.emphasized("*", frame.text.line());
                out.endBlock();
            }
            case "table" -> endTable(frame, out);
            default -> out.block(frame.text.blocks());
        }
    }

    private static void heading(Frame frame, MarkdownWriter out) {
        String text = frame.text.line();
        if (!text.isBlank()) {
            out.block("#".repeat(frame.name.charAt(1) - '0') + " " + text);
        }
    }

    /** An item counts in the list that it stands in; one that stands in none is a bullet of its own. */
    private static void item(Frame frame, Frame parent) {
        boolean ordered = parent.name.equals("ol");
        String marker = ordered ? parent.nextNumber() + ". " : "- ";
        String item = Indentation.item(marker, frame.text.blocks());
        if (item.isBlank()) {
            return;
        }
        if (parent.name.equals("ul") || ordered) {
            parent.text.item(item);
        } else {
            parent.text.block(item);
        }
    }

    private void link(Frame frame, MarkdownWriter out) {
        String text = frame.text.line();
        String target = frame.element == null ? null : MarkdownText.target(frame.element.absUrl("href"));
        if (text.isBlank()) {
            return;
        }
        out.inline(
                target == null || frames.stream().anyMatch(outer -> outer.name.equals("a"))
                        ? text
                        : "[" + text + "](" + target + ")");
    }

    private void image(Element element) {
        String address = ImageAddress.of(element);
        String target = MarkdownText.target(address);
        if (target == null) {
            return;
        }
        String text = element.attr("alt").replaceAll("\\s+", " ").strip();
        images.add(new PageImage(address, text));
        frames.element().text.inline("![" + MarkdownText.escaped(text) + "](" + target + ")");
    }

    /** Players become links: nothing is embedded. */
    private void player(Element element) {
        String address = element.absUrl("src");
        String target = MarkdownText.target(address);
        if (target != null && !address.isEmpty()) {
            String title = element.attr("title").isBlank()
                    ? element.normalName().equals("iframe") ? "Embedded player" : "Media"
                    : element.attr("title");
            frames.element().text.block("[" + MarkdownText.escaped(title.strip()) + "](" + target + ")");
        }
    }

    private void openTable(Element element) {
        tables++;
        if (tables == 1 && frames.size() < DEEPEST_FRAMES && TableShape.isData(element)) {
            Frame frame = new Frame("table", element);
            frame.table = new MarkdownTable();
            frames.push(frame);
        } else {
            frames.element().text.endBlock();
        }
    }

    private void endTable(Frame frame, MarkdownWriter out) {
        out.block(frame.text.blocks());
        if (frame.table != null) {
            out.block(frame.table.markdown());
        }
        tables = 0;
    }

    private static void row(Frame frame) {
        if (frame.table != null) {
            frame.table.beginRow();
        } else {
            frame.text.endBlock();
        }
    }

    private static void cell(Frame frame, Frame parent) {
        if (parent.table == null || frame.element == null) {
            parent.text.block(frame.text.blocks());
            return;
        }
        String content = frame.text.line().replace("\n", " ");
        parent.table.cell(
                content, frame.name.equals("th"), span(frame.element, "colspan"), span(frame.element, "rowspan"));
    }

    private static int span(Element cell, String attribute) {
        String value = cell.attr(attribute).strip();
        return value.matches("[0-9]{1,3}") ? Math.max(1, Integer.parseInt(value)) : 1;
    }

    /** What came of the conversion. */
    record Converted(String markdown, List<PageImage> images) {}

    /** An element whose content is gathered before it is put into its parent. */
    private static final class Frame {
        private final String name;
        private final @Nullable Element element;
        private final MarkdownWriter text = new MarkdownWriter();
        private @Nullable MarkdownTable table;
        private int number;

        Frame(String name, @Nullable Element element) {
            this.name = name;
            this.element = element;
            this.number = start(element);
        }

        int nextNumber() {
            return number++;
        }

        private static int start(@Nullable Element element) {
            String value = element == null ? "" : element.attr("start").strip().toLowerCase(Locale.ROOT);
            return value.matches("[0-9]{1,8}") ? Integer.parseInt(value) : 1;
        }
    }
}
