package io.eventjobs.http;

import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * Sends bodies to addresses that users supply, as safe against server-side request forgery as {@link GuardedHttpClient}: only http and
 * https, only public addresses, checked on every connection and pinned. One request each: no redirect is followed, nothing is repeated, and
 * the body of the response is not read. Thread-safe. An interrupt ends a request at once, on any thread.
 */
public final class GuardedPostClient implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_CONNECTIONS_PER_HOST = 16;
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxHeaderCount(100)
            .setMaxLineLength(8 << 10)
            .build();

    private final AddressParser parser;
    private final CloseableHttpClient client;
    private final ScheduledThreadPoolExecutor deadlines;

    /** @param userAgent value of the {@code User-Agent} header */
    public GuardedPostClient(AllowedHosts allowed, HostResolver resolver, String userAgent) {
        this.parser = new AddressParser(allowed);
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(new PinningDnsResolver(resolver, allowed))
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .build())
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build();
        this.deadlines = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("post-deadlines").daemon(true).factory());
        deadlines.setRemoveOnCancelPolicy(true);
    }

    /** Returns the status of the response, whatever it is. Blocks until then. */
    public int post(PostRequest request) throws FetchException, InterruptedException {
        URI address = parser.parse(request.address());
        return VirtualCall.run(() -> send(address, request));
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private int send(URI address, PostRequest request) throws FetchException, InterruptedException {
        HttpPost post = new HttpPost(address);
        request.headers().forEach(post::setHeader);
        post.setEntity(new ByteArrayEntity(request.body(), null));
        Timeout timeout = Timeout.of(request.timeout());
        post.setConfig(RequestConfig.custom()
                .setResponseTimeout(timeout)
                .setConnectionRequestTimeout(timeout)
                .build());
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = deadlines.schedule(
                () -> {
                    late.set(true);
                    post.cancel();
                },
                request.timeout().toNanos(),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(post, response -> {
                int status = response.getCode();
                if (response.getEntity() != null) {
                    // Closing the response would read the rest of it.
                    post.cancel();
                }
                return status;
            });
        } catch (CancellationException e) {
            throw HttpExchange.cancelled(late.get());
        } catch (IOException e) {
            throw HttpExchange.translated(e, late.get());
        } finally {
            watch.cancel(false);
        }
    }
}
