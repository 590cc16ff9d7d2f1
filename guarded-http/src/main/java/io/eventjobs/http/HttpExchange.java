package io.eventjobs.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Sends single requests, without redirects and retries. */
final class HttpExchange implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout INACTIVITY = Timeout.ofSeconds(20);
    /** Without limits, endless headers would fill the memory. */
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 << 10)
            .build();

    private static final int MAX_CONNECTIONS = 256;
    private static final int MAX_CONNECTIONS_PER_HOST = 64;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    HttpExchange(PinningDnsResolver resolver, String userAgent) {
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setMaxConnTotal(MAX_CONNECTIONS)
                        .setMaxConnPerRoute(MAX_CONNECTIONS_PER_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(INACTIVITY)
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(INACTIVITY)
                        .setConnectionRequestTimeout(INACTIVITY)
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .setRetryStrategy(new StaleConnectionRetry())
                .disableContentCompression()
                .disableAuthCaching()
                .build();
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("fetch-deadlines").daemon(true).factory());
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    Response get(URI address, FetchContext context, ChainCookies cookies) throws FetchException, InterruptedException {
        HttpGet get = request(address, context);
        HttpClientContext state = HttpClientContext.create();
        state.setCookieStore(cookies);
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = deadlines.schedule(
                () -> {
                    late.set(true);
                    get.cancel();
                },
                Math.max(0, context.deadline() - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(get, state, response -> read(get, address, context, response))
                    .get();
        } catch (CancellationException e) {
            throw cancelled(late.get());
        } catch (IOException e) {
            throw translated(e, late.get());
        } finally {
            watch.cancel(false);
        }
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static HttpGet request(URI address, FetchContext context) {
        HttpGet get = new HttpGet(address);
        get.setHeader("Accept", context.request().accept());
        get.setHeader("Accept-Encoding", "gzip, deflate");
        context.conditionsAt(address).ifPresent(validators -> {
            setIfKnown(get, "If-None-Match", validators.etag());
            setIfKnown(get, "If-Modified-Since", validators.lastModified());
        });
        return get;
    }

    private static void setIfKnown(HttpGet get, String name, @Nullable String value) {
        if (value != null) {
            get.setHeader(name, value);
        }
    }

    /** Closing a response would read the rest of it; the connection of a refused response is aborted instead. */
    private static Outcome read(HttpGet get, URI address, FetchContext context, ClassicHttpResponse response)
            throws IOException {
        try {
            return new Outcome(new ResponseReader(address, context).read(response), null);
        } catch (FetchException e) {
            get.cancel();
            return new Outcome(null, e);
        }
    }

    /** A request is cancelled by its deadline or by an interrupt. */
    static FetchException cancelled(boolean late) throws InterruptedException {
        if (Thread.interrupted() || !late) {
            throw new InterruptedException("while fetching");
        }
        return new FetchException(
                FetchCode.TIMED_OUT, "The host did not send the complete response in the time allowed.");
    }

    static FetchException translated(IOException e, boolean late) throws InterruptedException {
        if (late || Thread.currentThread().isInterrupted()) {
            return cancelled(late);
        }
        return switch (e) {
            case PinningDnsResolver.BlockedHostException blocked -> AddressParser.blocked();
            case UnknownHostException unknown ->
                new FetchException(FetchCode.HOST_UNRESOLVED, "The host name could not be resolved.");
            case ConnectTimeoutException timeout ->
                new FetchException(FetchCode.CONNECT_FAILED, "The host does not accept connections.");
            case ConnectException refused ->
                new FetchException(FetchCode.CONNECT_FAILED, "The host does not accept connections.");
            case NoRouteToHostException unreachable ->
                new FetchException(FetchCode.CONNECT_FAILED, "The host does not accept connections.");
            case SocketTimeoutException inactive ->
                new FetchException(FetchCode.TIMED_OUT, "The host sent nothing for too long.");
            case SSLException tls ->
                new FetchException(FetchCode.TLS_FAILED, "No secure (TLS) connection to the host could be made.");
            default -> new FetchException(FetchCode.RESPONSE_BROKEN, "The response is malformed or incomplete.");
        };
    }

    private record Outcome(@Nullable Response response, @Nullable FetchException failure) {
        Response get() throws FetchException {
            if (response == null) {
                throw failure == null
                        ? new FetchException(FetchCode.RESPONSE_BROKEN, "The host sent no response.")
                        : failure;
            }
            return response;
        }
    }
}
