package io.eventjobs.standalone.cli.load;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What became of the jobs of a load test.
 *
 * @param lost accepted jobs that are not finished or not there
 * @param doubled jobs that more than one execution completed
 * @param unanswered jobs that are stored although no request for them was answered with success
 */
record Outcome(int completed, int failed, int lost, int doubled, int unanswered) {
    /**
     * Compares what was accepted with what is stored.
     *
     * @param ids jobs that were accepted by themselves
     * @param batches the number of accepted jobs by batch
     */
    static Outcome of(Set<String> ids, Map<String, Integer> batches, Collection<JobRow> rows) {
        Map<String, JobRow> byId = rows.stream().collect(Collectors.toMap(JobRow::id, row -> row, (a, b) -> a));
        Map<String, Integer> finishedInBatch = new HashMap<>();
        int unanswered = 0;
        for (JobRow row : byId.values()) {
            if (row.batch() == null ? !ids.contains(row.id()) : !batches.containsKey(row.batch())) {
                unanswered++;
            } else if (row.batch() != null && row.isFinished()) {
                finishedInBatch.merge(row.batch(), 1, Integer::sum);
            }
        }
        int lost = (int) ids.stream()
                .filter(id -> !byId.containsKey(id) || !byId.get(id).isFinished())
                .count();
        for (Map.Entry<String, Integer> batch : batches.entrySet()) {
            lost += Math.max(0, batch.getValue() - finishedInBatch.getOrDefault(batch.getKey(), 0));
        }
        return new Outcome(
                count(byId, JobRow::isCompleted),
                count(byId, JobRow::isFailed),
                lost,
                count(byId, JobRow::isDoubled),
                unanswered);
    }

    private static int count(Map<String, JobRow> rows, Predicate<JobRow> condition) {
        return (int) rows.values().stream().filter(condition).count();
    }
}
