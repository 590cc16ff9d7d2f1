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
 * A kept connection may be closed by its host at the moment when the next request goes out: that request is sent once more,
 * over a new connection (RFC 9112 section 9.5). All else is left to whoever decides about tries.
 */
final class StaleConnectionRetry implements HttpRequestRetryStrategy {
    @Override
    public boolean retryRequest(HttpRequest request, IOException fault, int execution, HttpContext context) {
        return execution == 1 && closedBeforeTheAnswer(fault);
    }

    @Override
    public boolean retryRequest(HttpResponse response, int execution, HttpContext context) {
        return false;
    }

    @Override
    public TimeValue getRetryInterval(HttpResponse response, int execution, HttpContext context) {
        return TimeValue.ZERO_MILLISECONDS;
    }

    private static boolean closedBeforeTheAnswer(IOException fault) {
        return fault instanceof NoHttpResponseException || fault.getClass() == SocketException.class;
    }
}
