package io.eventjobs.standalone.cli.ops;

/**
 * What a load came to.
 *
 * @param heldSeconds how long jobs were sent
 * @param acceptedPerSecond over that time
 * @param completedPerSecond from the first acceptance to the last completion
 * @param refused jobs that the gateway did not accept
 * @param lost accepted and not finished within a minute after the last was sent
 * @param doubled jobs that more than one execution finished
 * @param retainedRows jobs of all events in the gateway's store at the end
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
        String steady = heldSeconds < 59 ? " (less than 60 s: not steady)" : "";
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
