package io.eventjobs.standalone.cli.load;

import org.jspecify.annotations.Nullable;

/**
 * The load that is put on a gateway.
 *
 * @param page page that session jobs fetch; null for jobs of type noop
 * @param clients concurrent clients where no rate is given
 * @param rate jobs per second of the mode {@link Mode#STEADY}; 0 if it is not run
 */
record Load(@Nullable String page, int jobs, int batch, int payloadBytes, int clients, double rate) {
    Workload workload(String event, int number) {
        return new Workload(event, page, number, batch, payloadBytes);
    }
}
