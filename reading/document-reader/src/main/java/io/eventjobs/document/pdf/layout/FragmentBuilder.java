package io.eventjobs.document.pdf.layout;

import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Combines the glyphs of a page into fragments: first glyphs drawn in sequence, then fragments that touch on a line although they were
 * drawn separately. Distances are relative to the font size.
 */
final class FragmentBuilder {
    /** Wider than the widest space of justified text, narrower than the narrowest gutter. */
    private static final float MAX_SPACE_WIDTH = 1.15f;
    /** Applies when only the positions suggest that two fragments belong together. */
    private static final float MAX_TOUCHING_WIDTH = 0.5f;

    private static final float NARROWEST_SPACE = 0.17f;
    private static final float FARTHEST_FROM_MARK = 5;
    private static final int MAX_CODE_SPACES = 60;

    private final List<TextFragment> fragments = new ArrayList<>();
    private @Nullable Run run;

    private FragmentBuilder() {}

    /** From top to bottom, and on a line from left to right. */
    static List<TextFragment> of(PageGlyphs page) {
        FragmentBuilder builder = new FragmentBuilder();
        page.glyphs().forEach(builder::add);
        builder.end();
        return joined(builder.fragments);
    }

    private void add(Glyph glyph) {
        if (run != null && !run.takes(glyph)) {
            end();
        }
        if (run == null) {
            if (glyph.isSpace()) {
                return;
            }
            run = new Run(fragments.size());
        }
        run.add(glyph);
    }

    private void end() {
        if (run != null) {
            fragments.add(run.fragment());
            run = null;
        }
    }

    private static List<TextFragment> joined(List<TextFragment> drawn) {
        List<TextFragment> joined = new ArrayList<>();
        for (List<TextFragment> line : lines(drawn)) {
            for (TextFragment fragment : line) {
                TextFragment before = joined.isEmpty() ? null : joined.getLast();
                if (before != null && before.isOnLineOf(fragment) && meet(before, fragment)) {
                    float gap = fragment.area().left() - before.area().right();
                    boolean isSpace = gap > NARROWEST_SPACE * fragment.size();
                    joined.set(joined.size() - 1, isSpace ? before.and(fragment, " ") : touching(before, fragment));
                } else {
                    joined.add(fragment);
                }
            }
        }
        return joined;
    }

    /** One of them may be raised or lowered beside the other. */
    private static TextFragment touching(TextFragment left, TextFragment right) {
        TextFragment first = left.size() < right.size() ? left.besides(right, "") : left;
        TextFragment second = right.size() < left.size() ? right.besides(left, left.text()) : right;
        return first.and(second, "");
    }

    /** Groups the fragments by line, from top to bottom. */
    static List<List<TextFragment>> lines(List<TextFragment> fragments) {
        List<TextFragment> sorted = new ArrayList<>(fragments);
        sorted.sort(Comparator.comparingDouble(
                        (TextFragment fragment) -> fragment.area().y())
                .thenComparingDouble(fragment -> fragment.area().left()));
        List<List<TextFragment>> lines = new ArrayList<>();
        for (TextFragment fragment : sorted) {
            if (lines.isEmpty() || !lines.getLast().getFirst().isOnLineOf(fragment)) {
                lines.add(new ArrayList<>());
            }
            lines.getLast().add(fragment);
        }
        lines.forEach(line ->
                line.sort(Comparator.comparingDouble(fragment -> fragment.area().left())));
        return lines;
    }

    private static boolean meet(TextFragment left, TextFragment right) {
        float gap = (right.area().left() - left.area().right()) / Math.max(left.size(), right.size());
        boolean isMarked = ListMarker.isAlone(left.text()) && gap < FARTHEST_FROM_MARK;
        boolean isRaised = left.size() < 0.8f * right.size() || right.size() < 0.8f * left.size();
        return gap > -MAX_TOUCHING_WIDTH && (gap < (isRaised ? 0.2f : MAX_TOUCHING_WIDTH) || isMarked);
    }

    /** Consecutive glyphs on a line. */
    private static final class Run {
        private final List<Part> parts = new ArrayList<>();
        private final int order;
        private @Nullable Glyph last;
        private @Nullable Glyph main;
        private float left = Float.MAX_VALUE;
        private float right;
        private float top = Float.MAX_VALUE;
        private float y;
        private boolean isAfterSpace;

        Run(int order) {
            this.order = order;
        }

        boolean takes(Glyph glyph) {
            if (last == null || main == null) {
                return true;
            }
            float size = Math.max(last.size(), glyph.size());
            float gap = glyph.x() - right;
            boolean isLevel = Math.abs(glyph.y() - main.y()) < 0.5f * size;
            float widest = isCode(glyph) ? MAX_CODE_SPACES * 0.6f : MAX_SPACE_WIDTH;
            return isLevel && gap > -0.6f * size && gap < widest * size || Scripts.belongs(glyph, main, gap);
        }

        void add(Glyph glyph) {
            if (glyph.isSpace()) {
                isAfterSpace = true;
                return;
            }
            float gap = last == null ? 0 : glyph.x() - right;
            boolean isApart = last != null && (isAfterSpace || gap > NARROWEST_SPACE * glyph.size());
            String space = !isApart ? "" : isCode(glyph) ? spaces(gap, glyph) : " ";
            parts.add(new Part(space, glyph));
            isAfterSpace = false;
            main = main == null || glyph.size() > main.size() ? glyph : main;
            y = main.y();
            left = Math.min(left, glyph.x());
            right = Math.max(right, glyph.right());
            top = Math.min(top, glyph.y() - glyph.size());
            last = glyph;
        }

        private boolean isCode(Glyph glyph) {
            return glyph.font().isMonospaced() && last != null && last.font().isMonospaced();
        }

        private static String spaces(float gap, Glyph glyph) {
            int count = Math.round(gap / Math.max(glyph.width(), 0.1f));
            return " ".repeat(Math.clamp(count, 1, MAX_CODE_SPACES));
        }

        /** Neighbours that are raised or lowered are written together. */
        private List<Span> spans(Glyph max) {
            List<Span> spans = new ArrayList<>();
            int next = 0;
            while (next < parts.size()) {
                Part first = parts.get(next);
                Scripts.Place place = place(first.glyph, max);
                StringBuilder text = new StringBuilder(first.glyph.text());
                int end = next + 1;
                while (place != Scripts.Place.LEVEL
                        && end < parts.size()
                        && parts.get(end).follows(first, place, max)) {
                    text.append(parts.get(end).glyph.text());
                    end++;
                }
                boolean isFree = !first.space.isEmpty() && place != Scripts.Place.LEVEL && next > 0;
                String before = spans.isEmpty() ? "" : spans.getLast().text();
                String shown = isFree ? text.toString() : Scripts.written(text.toString(), place, before);
                Span.Style style = first.glyph.font().isMonospaced() ? Span.Style.CODE : Span.Style.PLAIN;
                spans.add(new Span(first.space + shown, style, first.glyph.address()));
                next = end;
            }
            return spans;
        }

        private static Scripts.Place place(Glyph glyph, Glyph max) {
            return glyph.font().isMonospaced()
                    ? Scripts.Place.LEVEL
                    : Scripts.place(glyph.size(), glyph.y(), max.size(), max.y());
        }

        TextFragment fragment() {
            Glyph max = main;
            if (max == null) {
                throw new IllegalStateException("a run without a glyph");
            }
            return new TextFragment(
                    spans(max), new TextFragment.Area(left, right, top, y), max.size(), max.font(), order);
        }

        /** A glyph, with the space before it. */
        private record Part(String space, Glyph glyph) {
            boolean follows(Part first, Scripts.Place place, Glyph max) {
                return space.isEmpty()
                        && place(glyph, max) == place
                        && Objects.equals(glyph.address(), first.glyph.address());
            }
        }
    }
}
