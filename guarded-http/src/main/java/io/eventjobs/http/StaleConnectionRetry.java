package io.eventjobs.http;

import java.io.IOException;
import java.net.SocketException;
import org.apache.hc.client5.http.HttpRequestRetryStrategy;
import org.apache.hc.core5.http.HttpRequest;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.util.TimeValue;

/**
 * Retries a request once if the host closed a pooled connection while the request was being sent (RFC 9112, section 9.5). All
 * other retries are decided by {@link GuardedHttpClient}.
 */
final class StaleConnectionRetry implements HttpRequestRetryStrategy {
    @Override
    public boolean retryRequest(HttpRequest request, IOException fault, int execution, HttpContext context) {
        return execution == 1 && closedBeforeResponse(fault);
    }

    @Override
    public boolean retryRequest(HttpResponse response, int execution, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int execution, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }

    private static boolean closedBeforeResponse(IOException fault) {
        return fault instanceof NoHttpResponseException || fault.getClass() == SocketException.class;
    }
}
