package io.eventjobs.standalone.embedded;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reclaims the space of overwritten pages, in small steps between commits; without it the file would only grow. Keeps a large file
 * near twice the size of the live data. A small file may be larger beside its data, since the less of a chunk is alive, the less has to be
 * written again.
 */
final class Compaction {
    private static final int FILL_PERCENT = 50;
    private static final int FILL_PERCENT_SMALL = 20;
    private static final long SMALL_BYTES = 256L << 20;
    private static final int STEP_BYTES = 2 << 20;
    private static final int MAX_STEPS = 4;
    /** Younger chunks are skipped: much of them is about to be overwritten anyway. */
    private static final int RETENTION_MILLIS = 1_000;

    private static final int PERIOD_MILLIS = 500;
    private static final int STOP_SECONDS = 10;
    private static final Logger LOG = LoggerFactory.getLogger(Compaction.class);

    private final MVStore store;
    private final GroupCommit commits;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("mongodb-compaction").daemon(true).factory());

    Compaction(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        store.setRetentionTime(RETENTION_MILLIS);
        timer.scheduleWithFixedDelay(this::run, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Returns when the file is no longer used. Does not interrupt: that would close the file during a write. */
    void stop() {
        timer.shutdown();
        try {
            if (!timer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
                LOG.atWarn().log("Compaction of the database file did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            compact();
        } catch (RuntimeException e) {
            LOG.atWarn().setCause(e).log("Compaction of the database file failed; the file grows until it succeeds");
        }
    }

    private void compact() {
        for (int steps = 0; steps < MAX_STEPS; steps++) {
            if (!step()) {
                return;
            }
        }
    }

    /** Commits itself: rewritten pages take effect with the next commit, and without other writes there would be none. */
    private boolean step() {
        boolean rewrote = commits.exclusively(() -> store.compact(fillPercent(), STEP_BYTES) && committed());
        if (rewrote) {
            commits.sync();
        }
        return rewrote;
    }

    private int fillPercent() {
        return store.getFileStore().size() < SMALL_BYTES ? FILL_PERCENT_SMALL : FILL_PERCENT;
    }

    private boolean committed() {
        store.commit();
        return true;
    }
}
