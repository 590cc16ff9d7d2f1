package io.eventjobs.gateway.deadletter;

import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.web.Cursor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Discards many dead letters. */
@Service
public class BulkDiscard {
    private static final int PAGE = 500;
    private static final List<DeadLetter.State> OPEN = List.of(DeadLetter.State.OPEN);

    private final DeadLetters letters;

    BulkDiscard(DeadLetters letters) {
        this.letters = letters;
    }

    /** The number of discarded dead letters, or of those that a dry run would discard. */
    public int discard(DeadLetterSelection selection, boolean dryRun) {
        DeadLetterFilter filter = selection.filter();
        if (filter == null) {
            List<DeadLetterEntry> open = selection.ids().stream()
                    .distinct()
                    .flatMap(id -> letters.find(id).stream())
                    .filter(letter -> letter.state() == DeadLetter.State.OPEN)
                    .toList();
            return discard(open, dryRun);
        }
        int count = 0;
        Cursor after = null;
        List<DeadLetterEntry> page = page(filter, after);
        while (!page.isEmpty()) {
            count += discard(page, dryRun);
            after = page.getLast().cursor();
            page = page(filter, after);
        }
        return count;
    }

    private List<DeadLetterEntry> page(DeadLetterFilter filter, @Nullable Cursor after) {
        return letters.oldest(filter, OPEN, after, PAGE);
    }

    private int discard(List<DeadLetterEntry> open, boolean dryRun) {
        return dryRun
                ? open.size()
                : (int) open.stream().filter(letters::discard).count();
    }
}
