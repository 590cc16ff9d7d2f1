package io.eventjobs.standalone.client;

import java.net.URI;
import picocli.CommandLine.Option;

/** Which gateway a client command talks to. */
public final class GatewayOptions {
    @Option(
            names = "--url",
            defaultValue = "${EVENT_JOBS_URL:-http://127.0.0.1:5001}",
            description = "The gateway (EVENT_JOBS_URL, else http://127.0.0.1:5001)")
    URI url = URI.create("http://127.0.0.1:5001");

    @Option(
            names = "--api-key",
            defaultValue = "${EVENT_JOBS_API_KEY:-event-jobs}",
            description = "Key of the caller (EVENT_JOBS_API_KEY, else event-jobs)")
    String apiKey = "event-jobs";

    public GatewayClient client() {
        return new GatewayClient(url, apiKey);
    }
}
