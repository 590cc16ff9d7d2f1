package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Contiguous text on a line.
 *
 * @param area covered by the text
 * @param size font size of most of the text
 * @param font of most of the text
 * @param order of drawing among the fragments of the page
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

    /** In logical order, also for right-to-left scripts. */
    TextFragment asRead() {
        return new TextFragment(LogicalOrder.of(spans), area, size, font, order);
    }

    /** Appends the fragment to the right on the same line. */
    TextFragment and(TextFragment right, String space) {
        List<Span> both = new ArrayList<>(spans);
        both.add(Span.plain(space));
        both.addAll(right.spans);
        boolean mostIsRight = right.text().length() > text().length();
        TextFragment max = mostIsRight ? right : this;
        return new TextFragment(both, area.and(right.area), max.size, max.font, Math.min(order, right.order));
    }

    /** This fragment as it is written beside a larger one, above or below whose baseline it may stand. */
    TextFragment besides(TextFragment larger, String before) {
        Scripts.Place place = Scripts.place(size, area.y, larger.size, larger.area.y);
        if (place == Scripts.Place.LEVEL || font.isMonospaced()) {
            return this;
        }
        String written = Scripts.written(text(), place, before);
        Span first = spans.getFirst();
        return new TextFragment(List.of(new Span(written, first.style(), first.address())), area, size, font, order);
    }

    boolean isOnLineOf(TextFragment other) {
        float distance = Math.abs(area.y() - other.area.y());
        return distance < 0.35f * Math.min(size, other.size)
                || distance < 0.5f * Math.max(size, other.size)
                        && Math.min(size, other.size) < 0.8f * Math.max(size, other.size);
    }

    /** @param y baseline */
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
