package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What stands together on a line.
 *
 * @param area that it takes
 * @param size of most of its text
 * @param font likewise
 * @param order in which it is drawn, among the fragments of its page
 */
public record TextFragment(List<Span> spans, Area area, float size, Glyph.Font font, int order) {
    public TextFragment {
        spans = List.copyOf(spans);
    }

    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    RichText line() {
        return new RichText(spans);
    }

    /** In the order in which it is read, in scripts from right to left too. */
    TextFragment asRead() {
        return new TextFragment(LogicalOrder.of(spans), area, size, font, order);
    }

    /** With what stands right of it on the same line. */
    TextFragment and(TextFragment right, String space) {
        List<Span> both = new ArrayList<>(spans);
        both.add(Span.plain(space));
        both.addAll(right.spans);
        boolean mostIsRight = right.text().length() > text().length();
        TextFragment max = mostIsRight ? right : this;
        return new TextFragment(both, area.and(right.area), max.size, max.font, Math.min(order, right.order));
    }

    boolean isOnLineOf(TextFragment other) {
        float distance = Math.abs(area.y() - other.area.y());
        return distance < 0.35f * Math.min(size, other.size)
                || distance < 0.5f * Math.max(size, other.size)
                        && Math.min(size, other.size) < 0.8f * Math.max(size, other.size);
    }

    /** @param y of the line that it stands on */
    public record Area(float left, float right, float top, float y) {
        float width() {
            return right - left;
        }

        Area and(Area other) {
            return new Area(
                    Math.min(left, other.left),
                    Math.max(right, other.right),
                    Math.min(top, other.top),
                    Math.max(y, other.y));
        }
    }
}
