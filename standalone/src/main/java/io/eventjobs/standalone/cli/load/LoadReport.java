package io.eventjobs.standalone.cli.load;

/**
 * The result of a load test.
 *
 * @param heldSeconds how long the rate was held
 * @param acceptedPerSecond jobs accepted per second in that time
 * @param completedPerSecond jobs completed per second, from the first acceptance to the last completion
 * @param refused jobs that the gateway did not accept
 * @param lost accepted jobs that did not finish although no other job had finished for a minute
 * @param doubled jobs that more than one execution completed
 * @param retainedRows jobs of all events that the gateway has stored at the end
 */
record LoadReport(
        int jobs,
        double heldSeconds,
        double acceptedPerSecond,
        double completedPerSecond,
        int refused,
        int lost,
        int doubled,
        int failed,
        long retainedRows,
        Percentiles accept,
        Percentiles acceptToStart,
        Percentiles acceptToCompleted) {

    String text() {
        String steady = heldSeconds < 59 ? " (less than 60 s: not a steady state)" : "";
        return """
                jobs                 %d accepted, %d refused, %d failed
                held                 %.1f s%s
                accepted             %.1f /s
                completed            %.1f /s
                accept               %s
                accept to start      %s
                accept to completed  %s
                lost                 %d
                doubled              %d
                retained rows        %d"""
                .formatted(
                        jobs,
                        refused,
                        failed,
                        heldSeconds,
                        steady,
                        acceptedPerSecond,
                        completedPerSecond,
                        accept.text(),
                        acceptToStart.text(),
                        acceptToCompleted.text(),
                        lost,
                        doubled,
                        retainedRows);
    }
}
