package io.eventjobs.gateway.webhook;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.mongo.DeliveryRecord;
import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.http.FetchException;
import io.eventjobs.http.GuardedPostClient;
import io.eventjobs.http.PostRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/** Sends a delivery once, signed as Standard Webhooks says. Thread-safe. */
final class DeliveryAttempt implements DeliveryTask.Attempt {
    /** Two that time out and the pauses between them leave the third within a minute. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private final GuardedPostClient http;
    private final WebhookVault vault;
    private final DeliveryBody bodies;
    private final Clock clock;
    private final Ticker ticker;

    DeliveryAttempt(GuardedPostClient http, WebhookVault vault, DeliveryBody bodies, Clock clock, Ticker ticker) {
        this.http = http;
        this.vault = vault;
        this.bodies = bodies;
        this.clock = clock;
        this.ticker = ticker;
    }

    /** An error quotes neither headers nor the address. */
    @Override
    public DeliveryRecord.Try send(DeliveryRecord delivery, WebhookRecord webhook) throws InterruptedException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        byte[] body = bodies.of(delivery, webhook);
        Map<String, String> headers = headers(delivery, webhook, now, body);
        long start = ticker.nanos();
        try {
            int status = http.post(new PostRequest(webhook.target().url(), headers, body, TIMEOUT));
            return new DeliveryRecord.Try(now, since(start), status, isSuccess(status) ? null : error(status));
        } catch (FetchException e) {
            String error = e.failure().code() + ": " + e.getMessage();
            return new DeliveryRecord.Try(now, since(start), null, error);
        }
    }

    static boolean isSuccess(int status) {
        return status >= 200 && status < 300;
    }

    private Map<String, String> headers(DeliveryRecord delivery, WebhookRecord webhook, Instant now, byte[] body) {
        long timestamp = now.getEpochSecond();
        Map<String, String> headers = new LinkedHashMap<>(vault.headers(webhook));
        headers.put("Content-Type", "application/json");
        headers.put("webhook-id", delivery.id());
        headers.put("webhook-timestamp", Long.toString(timestamp));
        headers.put("webhook-signature", Signature.of(vault.secrets(webhook, now), delivery.id(), timestamp, body));
        return headers;
    }

    private long since(long start) {
        return Duration.ofNanos(ticker.nanos() - start).toMillis();
    }

    private static String error(int status) {
        return status >= 300 && status < 400
                ? "the address redirects (" + status + "), which is not followed"
                : "the response was " + status;
    }
}
