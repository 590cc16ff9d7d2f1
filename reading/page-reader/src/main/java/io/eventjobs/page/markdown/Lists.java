package io.eventjobs.page.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** Writes lists: bullets, numbers, and terms with what is said of them. */
final class Lists {
    private final BlockWriter writer;
    private final Deque<ListFrame> frames = new ArrayDeque<>();

    Lists(BlockWriter writer) {
        this.writer = writer;
    }

    void open(Element list) {
        ListFrame.Kind kind =
                switch (list.normalName()) {
                    case "ol" -> ListFrame.Kind.NUMBERS;
                    case "dl" -> ListFrame.Kind.TERMS;
                    default -> ListFrame.Kind.BULLETS;
                };
        boolean numbers = kind == ListFrame.Kind.NUMBERS;
        long start = numbers ? ListFrame.number(list.attr("start"), 1) : 1;
        char bullet = numbers ? writer.bullet('.', ')') : writer.bullet('-', '*');
        ListFrame around = frames.peek();
        boolean joins = around != null && around.inItem && around.tight && !writer.isAtMarker();
        frames.push(new ListFrame(kind, kind == ListFrame.Kind.TERMS || ListFrame.isTight(list), bullet, start, joins));
    }

    void close() {
        closeItem();
        ListFrame ended = frames.pop();
        writer.listEnded(ended.bullet);
    }

    void openItem(Element item) {
        ListFrame frame = frames.peek();
        if (frame == null) {
            frames.push(frame = new ListFrame(ListFrame.Kind.BULLETS, true, '-', 1, false));
            frame.alone = true;
        }
        closeItem();
        frame.open(writer, frame.marker(item.attr("value")));
    }

    void closeItem() {
        ListFrame frame = frames.peek();
        if (frame != null && frame.inItem) {
            frame.close(writer);
            if (frame.alone) {
                frames.pop();
            }
        }
    }

    /** A block of text; straight in a list it is an item of its own. */
    void block(String text) {
        ListFrame frame = frames.peek();
        if (frame == null || frame.inItem) {
            writer.block(text);
            return;
        }
        frame.open(writer, frame.marker(""));
        writer.block(text);
        frame.close(writer);
    }
}
