package io.eventjobs.transcript;

import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** An open TTML element: its times on the document's timeline, and its speaker. */
final class TtmlElement {
    private final String name;
    private final long begin;
    private final long end;
    private final boolean isSequence;
    private final boolean isWithinParagraph;
    private final boolean isMetadata;
    private final @Nullable String voice;
    private long nextBegin;

    private TtmlElement(String name, long begin, long end, boolean isSequence, Inherited inherited) {
        this.name = name;
        this.begin = begin;
        this.end = end;
        this.isSequence = isSequence;
        this.isWithinParagraph = inherited.isWithinParagraph;
        this.isMetadata = inherited.isMetadata;
        this.voice = inherited.voice;
        this.nextBegin = begin;
    }

    static TtmlElement of(
            String name, XMLStreamReader reader, TtmlTime time, @Nullable TtmlElement parent, @Nullable String voice) {
        long from = parent == null ? 0 : parent.nextBegin;
        long max = parent == null ? TtmlTime.NEVER : parent.end;
        long begin = from + time.millis(TtmlParser.attribute(reader, "begin"), 0);
        long end = Math.min(from(from, time.millis(TtmlParser.attribute(reader, "end"), TtmlTime.NEVER)), max);
        long byLength = from(begin, time.millis(TtmlParser.attribute(reader, "dur"), TtmlTime.NEVER));
        boolean isSequence = "seq".equals(TtmlParser.attribute(reader, "timeContainer"));
        boolean isWithinParagraph = name.equals("p") || parent != null && parent.isWithinParagraph;
        boolean isMetadata = name.equals("metadata") || parent != null && parent.isMetadata;
        String speaker = voice == null && parent != null ? parent.voice : voice;
        return new TtmlElement(
                name,
                begin,
                Math.max(begin, Math.min(end, byLength)),
                isSequence,
                new Inherited(isWithinParagraph, isMetadata, speaker));
    }

    String name() {
        return name;
    }

    long begin() {
        return begin;
    }

    /** {@link TtmlTime#NEVER} if unspecified. */
    long end() {
        return end;
    }

    boolean isWithinParagraph() {
        return isWithinParagraph;
    }

    boolean isMetadata() {
        return isMetadata;
    }

    @Nullable String voice() {
        return voice;
    }

    /** In a sequence, the next child starts when this one has ended. */
    void childEnded(TtmlElement child) {
        if (isSequence && child.end != TtmlTime.NEVER) {
            nextBegin = child.end;
        }
    }

    private static long from(long begin, long millis) {
        return millis == TtmlTime.NEVER ? TtmlTime.NEVER : begin + millis;
    }

    /** Properties inherited from the enclosing elements. */
    private record Inherited(boolean isWithinParagraph, boolean isMetadata, @Nullable String voice) {}
}
