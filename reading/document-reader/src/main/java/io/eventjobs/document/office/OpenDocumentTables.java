package io.eventjobs.document.office;

import io.eventjobs.document.block.Block;
import io.eventjobs.document.block.RichText;
import io.eventjobs.document.block.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Assembles OpenDocument tables; a nested table becomes text of its cell. Not thread-safe. */
final class OpenDocumentTables {
    private static final int MAX_REPEATED = 50;

    private final List<List<RichText>> rows = new ArrayList<>();
    private final List<Span> cell = new ArrayList<>();
    private int depth;
    private int repeated;

    boolean isOpen() {
        return depth > 0;
    }

    void start() {
        depth++;
        if (depth == 1) {
            rows.clear();
        }
    }

    void startRow() {
        if (depth == 1) {
            rows.add(new ArrayList<>());
        }
    }

    /** @param times number of repetitions of the cell; empty for one */
    void startCell(String times) {
        if (depth == 1) {
            cell.clear();
            repeated = times.matches("\\d{1,4}") ? Math.clamp(Integer.parseInt(times), 1, MAX_REPEATED) : 1;
        }
    }

    void add(List<Span> text) {
        if (!cell.isEmpty()) {
            cell.add(Span.plain(" "));
        }
        cell.addAll(text);
    }

    void endCell() {
        if (depth == 1 && !rows.isEmpty()) {
            RichText text = new RichText(cell);
            for (int i = 0; i < (text.isBlank() ? repeated : 1); i++) {
                rows.getLast().add(text);
            }
            cell.clear();
        }
    }

    /** The table, once complete. */
    Optional<Block> end() {
        depth = Math.max(0, depth - 1);
        return depth > 0 || rows.isEmpty() ? Optional.empty() : Optional.of(new Block.Table(rows));
    }
}
