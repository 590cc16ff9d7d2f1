package io.eventjobs.standalone.client;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of all commands that talk to a gateway. */
public final class GatewayOptions {
    @Option(
            names = "--url",
            defaultValue = "${EVENT_JOBS_URL:-http://127.0.0.1:5001}",
            description = "URL of the gateway (default: EVENT_JOBS_URL, or http://127.0.0.1:5001)")
    URI url = URI.create("http://127.0.0.1:5001");

    @Option(
            names = "--api-key",
            description =
                    "API key, which other users of this machine see (default: EVENT_JOBS_API_KEY, the file EVENT_JOBS_API_KEY_FILE, or event-jobs)")
    @Nullable String apiKey;

    public GatewayClient client() {
        return new GatewayClient(url, ApiKey.of(apiKey));
    }
}
