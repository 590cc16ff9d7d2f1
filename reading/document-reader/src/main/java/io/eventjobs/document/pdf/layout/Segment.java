package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Line;
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
 * @param order in which it is drawn, among the segments of its page
 */
public record Segment(List<Span> spans, Area area, float size, Glyph.Font font, int order) {
    public Segment {
        spans = List.copyOf(spans);
    }

    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    Line line() {
        return new Line(spans);
    }

    /** In the order in which it is read, in scripts from right to left too. */
    Segment asRead() {
        return new Segment(LogicalOrder.of(spans), area, size, font, order);
    }

    /** With what stands right of it on the same line. */
    Segment and(Segment right, String space) {
        List<Span> both = new ArrayList<>(spans);
        both.add(Span.plain(space));
        both.addAll(right.spans);
        boolean mostIsRight = right.text().length() > text().length();
        Segment max = mostIsRight ? right : this;
        return new Segment(both, area.and(right.area), max.size, max.font, Math.min(order, right.order));
    }

    boolean isOnLineOf(Segment other) {
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
