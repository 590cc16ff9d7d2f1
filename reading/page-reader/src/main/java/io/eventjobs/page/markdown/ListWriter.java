package io.eventjobs.page.markdown;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/** Writes lists: bulleted, numbered, and terms with definitions. */
final class ListWriter {
    private final BlockWriter writer;
    private final Deque<OpenList> frames = new ArrayDeque<>();

    ListWriter(BlockWriter writer) {
        this.writer = writer;
    }

    void open(Element list) {
        OpenList.Kind kind =
                switch (list.normalName()) {
                    case "ol" -> OpenList.Kind.NUMBERS;
                    case "dl" -> OpenList.Kind.TERMS;
                    default -> OpenList.Kind.BULLETS;
                };
        boolean numbers = kind == OpenList.Kind.NUMBERS;
        boolean countsDown = numbers && list.hasAttr("reversed");
        long first = countsDown
                ? list.children().stream()
                        .filter(item -> item.normalName().equals("li"))
                        .count()
                : 1;
        long start = numbers ? OpenList.number(list.attr("start"), first) : 1;
        char bullet = numbers ? writer.bullet('.', ')') : writer.bullet('-', '*');
        OpenList around = frames.peek();
        if (around != null && !around.inItem) {
            holdDirectly(around);
        }
        boolean joins = around != null && around.inItem && around.tight && !writer.isAtMarker();
        boolean isTight = kind == OpenList.Kind.TERMS || OpenList.isTight(list);
        frames.push(new OpenList(kind, isTight, bullet, start, countsDown ? -1 : 1, joins));
    }

    /** A list directly in a list belongs to the item before it; before the first item it has an item of its own. */
    private void holdDirectly(OpenList around) {
        if (!around.reopen(writer) && around.kind == OpenList.Kind.BULLETS) {
            around.open(writer, around.marker(""));
        }
    }

    void close() {
        closeItem();
        OpenList ended = frames.pop();
        writer.listEnded(ended.bullet);
    }

    void openItem(Element item) {
        closeItem();
        OpenList frame = frames.peek();
        if (frame == null) {
            frames.push(frame = new OpenList(OpenList.Kind.BULLETS, true, '-', 1, 1, false));
            frame.alone = true;
        }
        frame.open(writer, frame.marker(item.attr("value")));
    }

    void closeItem() {
        OpenList frame = frames.peek();
        if (frame != null && frame.inItem) {
            frame.close(writer);
            if (frame.alone) {
                frames.pop();
            }
        }
    }

    /** A block of text; directly inside a list it becomes an item. */
    void block(String text) {
        OpenList frame = frames.peek();
        if (frame == null || frame.inItem) {
            writer.block(text);
            return;
        }
        frame.open(writer, frame.marker(""));
        writer.block(text);
        frame.close(writer);
    }
}
