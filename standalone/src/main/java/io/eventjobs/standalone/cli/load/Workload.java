package io.eventjobs.standalone.cli.load;

import java.util.Base64;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * The jobs of a load test, and the requests in which they are submitted.
 *
 * @param event groups the jobs, so that they are found again
 * @param page page that jobs of type session fetch; null for jobs of type noop
 * @param batch jobs in a request; 1 for jobs without a batch
 * @param payloadBytes size of the payload that a noop job carries; 0 for none
 */
record Workload(String event, @Nullable String page, int jobs, int batch, int payloadBytes) {
    int requests() {
        return Math.ceilDiv(jobs, batch);
    }

    /** The number of the first job of a request. */
    int first(int request) {
        return request * batch;
    }

    int jobsIn(int request) {
        return Math.min(batch, jobs - first(request));
    }

    boolean inBatches() {
        return batch > 1;
    }

    String path() {
        return inBatches() ? "/api/jobs/batch" : "/api/jobs";
    }

    String body(int request) {
        if (!inBatches()) {
            return job(request);
        }
        StringBuilder body = new StringBuilder("{\"batch_name\":\"load\",\"jobs\":[");
        for (int i = 0; i < jobsIn(request); i++) {
            body.append(i == 0 ? "" : ",").append(job(first(request) + i));
        }
        return body.append("]}").toString();
    }

    private String job(int number) {
        return page == null
                ? "{\"job_type\":\"noop\",\"parameters\":{\"event\":\"" + event + "\"" + payload(number) + "}}"
                : "{\"job_type\":\"session\",\"parameters\":{\"event\":\"" + event + "\",\"session\":\"Session "
                        + number + "\",\"url\":\"" + page + "\"}}";
    }

    /** Differs from job to job and does not compress well: compression must not make it cheaper than real input. */
    private String payload(int number) {
        if (payloadBytes == 0) {
            return "";
        }
        byte[] bytes = new byte[payloadBytes];
        new Random(number).nextBytes(bytes);
        String text = Base64.getUrlEncoder().encodeToString(bytes).substring(0, payloadBytes);
        return ",\"payload\":\"" + text + "\"";
    }
}
