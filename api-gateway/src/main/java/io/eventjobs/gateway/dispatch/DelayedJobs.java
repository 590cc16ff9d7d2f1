package io.eventjobs.gateway.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

/** Waiting jobs that must not be dispatched before a certain time, ordered by that time. Not thread-safe. */
final class DelayedJobs {
    private final NavigableSet<OpenJob> jobs = new TreeSet<>(Comparator.comparing(DelayedJobs::due)
            .thenComparing(entry -> entry.id().value()));

    void add(OpenJob entry) {
        jobs.add(entry);
    }

    void remove(OpenJob entry) {
        jobs.remove(entry);
    }

    /** The time when the first of them may be dispatched. */
    Optional<Instant> nextDue() {
        return jobs.isEmpty() ? Optional.empty() : Optional.of(due(jobs.first()));
    }

    /** Removes and returns those that may be dispatched now. */
    List<OpenJob> takeDue(Instant now) {
        List<OpenJob> due = new ArrayList<>();
        while (!jobs.isEmpty() && !due(jobs.first()).isAfter(now)) {
            due.add(Objects.requireNonNull(jobs.pollFirst()));
        }
        return due;
    }

    private static Instant due(OpenJob entry) {
        return Objects.requireNonNullElse(entry.notBefore(), Instant.MIN);
    }
}
