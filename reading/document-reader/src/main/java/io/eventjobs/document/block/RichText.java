package io.eventjobs.document.block;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Text with styles and links, of any length; white space counts as a space. */
public record RichText(List<Span> spans) {
    public RichText {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            if (!merged.isEmpty() && merged.getLast().hasStyleOf(span)) {
                merged.add(merged.removeLast().followedBy(span));
            } else if (!span.text().isEmpty()) {
                merged.add(span);
            }
        }
        spans = List.copyOf(merged);
    }

    public static RichText of(String text) {
        return new RichText(List.of(Span.plain(text)));
    }

    /** The text without styles, on one line. */
    public String words() {
        return CleanText.oneLine(spans.stream().map(Span::text).collect(Collectors.joining()));
    }

    public boolean isBlank() {
        return spans.stream().allMatch(span -> CleanText.oneLine(span.text()).isEmpty());
    }
}
