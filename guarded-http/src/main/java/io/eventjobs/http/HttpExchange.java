package io.eventjobs.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
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
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One request and its answer, without redirects and tries. */
final class HttpExchange implements AutoCloseable {
    private static final Timeout CONNECT = Timeout.ofSeconds(10);
    private static final Timeout SILENCE = Timeout.ofSeconds(20);
    /** Without these, headers without end would fill the memory. */
    private static final Http1Config HEADERS = Http1Config.custom()
            .setMaxHeaderCount(200)
            .setMaxLineLength(16 << 10)
            .build();

    private static final int MOST_CONNECTIONS = 256;
    private static final int MOST_CONNECTIONS_A_HOST = 64;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService deadlines;

    HttpExchange(PinningDnsResolver resolver, String userAgent) {
        this.client = HttpClientBuilder.create()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(resolver)
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(HEADERS)
                                .build())
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS_A_HOST)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(CONNECT)
                                .setSocketTimeout(SILENCE)
                                .setTimeToLive(Timeout.ofMinutes(1))
                                .build())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(SILENCE)
                        .setConnectionRequestTimeout(SILENCE)
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .setRetryStrategy(new AgainOnStaleConnection())
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("fetch-deadlines").daemon(true).factory());
        timer.setRemoveOnCancelPolicy(true);
        this.deadlines = timer;
    }

    /** @param deadline on the clock of {@link System#nanoTime()} */
    Answer get(URI address, FetchRequest request, long deadline) throws FetchException, InterruptedException {
        HttpGet get = new HttpGet(address);
        get.setHeader("Accept", request.accept());
        get.setHeader("Accept-Encoding", "gzip, deflate");
        AtomicBoolean late = new AtomicBoolean();
        ScheduledFuture<?> watch = deadlines.schedule(
                () -> {
                    late.set(true);
                    get.cancel();
                },
                Math.max(0, deadline - System.nanoTime()),
                TimeUnit.NANOSECONDS);
        try {
            return client.execute(get, response -> answer(address, request, response, get))
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

    /** The client closes a response by reading the rest of it; what is refused must not be read to its end. */
    private static Outcome answer(URI address, FetchRequest request, ClassicHttpResponse response, HttpGet get)
            throws IOException {
        try {
            return new Outcome(answer(address, request, response), null);
        } catch (FetchException e) {
            get.cancel();
            return new Outcome(null, e);
        }
    }

    private static Answer answer(URI address, FetchRequest request, ClassicHttpResponse response)
            throws IOException, FetchException {
        int status = response.getCode();
        HttpEntity entity = response.getEntity();
        if (status == 200 && entity != null) {
            return new Answer.Resource(resource(address, request, response, entity));
        }
        return switch (status) {
            case 301, 302, 303, 307, 308 -> redirect(response);
            case 404, 410 -> throw refused(FetchCode.HTTP_NOT_FOUND, status, null);
            case 401, 403, 407, 451 -> throw refused(FetchCode.HTTP_FORBIDDEN, status, null);
            case 429 -> throw refused(FetchCode.HTTP_THROTTLED, status, retryAfter(response));
            case 503 -> throw unavailable(response);
            default ->
                throw refused(status >= 500 ? FetchCode.HTTP_SERVER_ERROR : FetchCode.HTTP_CLIENT_ERROR, status, null);
        };
    }

    private static FetchedResource resource(
            URI address, FetchRequest request, ClassicHttpResponse response, HttpEntity entity)
            throws IOException, FetchException {
        if (entity.getContentLength() > request.limits().wireBytes()) {
            throw new FetchException(
                    FetchCode.TOO_LARGE,
                    "The answer is larger than " + request.limits().wireBytes() + " bytes.");
        }
        long bytes = new BodyTransfer(request.limits(), System::nanoTime)
                .transfer(entity.getContent(), entity.getContentEncoding(), request.target());
        ContentType type = ContentType.parseLenient(entity.getContentType());
        return new FetchedResource(
                address,
                type == null ? null : type.getMimeType().toLowerCase(Locale.ROOT),
                type == null ? null : type.getParameter("charset"),
                bytes,
                request.target(),
                value(response, "ETag"),
                value(response, "Last-Modified"));
    }

    private static @Nullable String value(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    private static Answer redirect(ClassicHttpResponse response) throws FetchException {
        Header location = response.getFirstHeader("Location");
        if (location == null
                || location.getValue() == null
                || location.getValue().isBlank()) {
            throw new FetchException(FetchCode.RESPONSE_BROKEN, "The host redirects without saying where.");
        }
        return new Answer.Redirect(location.getValue());
    }

    private static FetchException unavailable(ClassicHttpResponse response) {
        Duration wait = retryAfter(response);
        return refused(wait == null ? FetchCode.HTTP_SERVER_ERROR : FetchCode.HTTP_THROTTLED, response.getCode(), wait);
    }

    private static FetchException refused(FetchCode code, int status, @Nullable Duration retryAfter) {
        return new FetchException(
                new FetchFailure(code, status, "The host answered with status " + status + ".", retryAfter));
    }

    private static @Nullable Duration retryAfter(ClassicHttpResponse response) {
        Header header = response.getFirstHeader("Retry-After");
        if (header == null
                || header.getValue() == null
                || !header.getValue().strip().matches("[0-9]{1,6}")) {
            return null;
        }
        return Duration.ofSeconds(Long.parseLong(header.getValue().strip()));
    }

    /** What waits for a connection is cancelled by the deadline or by an interrupt. */
    private static FetchException cancelled(boolean late) throws InterruptedException {
        if (Thread.interrupted() || !late) {
            throw new InterruptedException("while fetching");
        }
        return new FetchException(FetchCode.TIMED_OUT, "No whole answer in the time allowed.");
    }

    private static FetchException translated(IOException e, boolean late) throws InterruptedException {
        if (late || Thread.currentThread().isInterrupted()) {
            return cancelled(late);
        }
        return switch (e) {
            case PinningDnsResolver.BlockedHostException blocked -> AddressForm.blocked();
            case UnknownHostException unknown ->
                new FetchException(FetchCode.HOST_UNRESOLVED, "The host name has no address.");
            case ConnectTimeoutException timeout ->
                new FetchException(FetchCode.CONNECT_FAILED, "The host does not accept connections.");
            case ConnectException refused ->
                new FetchException(FetchCode.CONNECT_FAILED, "The host does not accept connections.");
            case NoRouteToHostException unreachable ->
                new FetchException(FetchCode.CONNECT_FAILED, "The host does not accept connections.");
            case SocketTimeoutException silence ->
                new FetchException(FetchCode.TIMED_OUT, "The host was silent for too long.");
            case SSLException tls -> new FetchException(FetchCode.TLS_FAILED, "No secure connection could be made.");
            default -> new FetchException(FetchCode.RESPONSE_BROKEN, "The answer is broken or ended early.");
        };
    }

    /** What a request led to. */
    sealed interface Answer {
        record Resource(FetchedResource fetched) implements Answer {}

        record Redirect(String location) implements Answer {}
    }

    private record Outcome(@Nullable Answer answer, @Nullable FetchException fault) {
        Answer get() throws FetchException {
            if (answer == null) {
                throw fault == null ? new FetchException(FetchCode.RESPONSE_BROKEN, "There is no answer.") : fault;
            }
            return answer;
        }
    }
}
