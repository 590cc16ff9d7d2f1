package io.eventjobs.gateway.replay;

import io.eventjobs.gateway.deadletter.DeadLetterEntry;
import io.eventjobs.gateway.deadletter.DeadLetters;
import io.eventjobs.gateway.job.DeadLetter;
import io.eventjobs.gateway.job.DeadLetterFilter;
import io.eventjobs.gateway.job.DeadLetterSelection;
import io.eventjobs.gateway.web.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** Computes what a replay would do, for a dry run. */
@Service
public class ReplayForecast {
    private static final int PAGE = 500;
    private static final int MAX_JOBS = 10_000;
    private static final int SAMPLE = 20;
    private static final List<DeadLetter.State> OPEN = List.of(DeadLetter.State.OPEN);

    private final DeadLetters letters;

    ReplayForecast(DeadLetters letters) {
        this.letters = letters;
    }

    /** What a replay of the selection would do now. */
    public Forecast of(DeadLetterSelection selection) {
        DeadLetterFilter filter = selection.filter();
        return filter == null ? ofIds(selection.ids()) : ofFilter(filter);
    }

    private Forecast ofIds(List<String> ids) {
        List<DeadLetterEntry> open = new ArrayList<>();
        for (String id : ids) {
            Optional<DeadLetterEntry> letter = letters.find(id);
            letter.filter(found -> found.state() == DeadLetter.State.OPEN).ifPresent(open::add);
        }
        return forecast(open, ids.size() - open.size());
    }

    private Forecast ofFilter(DeadLetterFilter filter) {
        List<DeadLetterEntry> open = new ArrayList<>();
        Cursor after = null;
        for (List<DeadLetterEntry> page = letters.oldest(filter, OPEN, after, PAGE);
                !page.isEmpty() && open.size() < MAX_JOBS;
                page = letters.oldest(filter, OPEN, after, PAGE)) {
            open.addAll(page);
            after = page.getLast().cursor();
        }
        return forecast(open, 0);
    }

    private static Forecast forecast(List<DeadLetterEntry> open, int skipped) {
        Map<String, Integer> byCode = new TreeMap<>();
        open.forEach(letter -> byCode.merge(letter.code(), 1, Integer::sum));
        return new Forecast(
                open.size(),
                skipped,
                byCode,
                open.stream().limit(SAMPLE).map(DeadLetterEntry::id).toList());
    }

    /**
     * The expected result of a replay.
     *
     * @param replay number of jobs to be restarted, counted up to {@value #MAX_JOBS}
     * @param skip number that do not exist or have changed
     */
    public record Forecast(int replay, int skip, Map<String, Integer> byCode, List<String> sample) {}
}
