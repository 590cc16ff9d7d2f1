package io.eventjobs.gateway.request;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ErrorCode;
import io.eventjobs.gateway.error.ErrorEnvelope;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 as Tomcat serves it, but that the head of a request must be complete in a limited time. Tomcat limits the silence between two of its
 * bytes only, so that one who sends a byte now and then would keep a connection for hours.
 */
public final class PromptProtocol extends Http11NioProtocol {
    /** From the first byte of a request to the end of its head. */
    static final Duration HEAD = Duration.ofSeconds(20);

    static final int MAX_HEADERS = 100;

    /** Tomcat's own words, since its exceptions have no types of their own. */
    private static final String TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    private static final String TOO_MANY =
            StringManager.getManager(MimeHeaders.class).getString("headers.maxCountFail", MAX_HEADERS);

    private static final byte[] ROOT = {'/'};

    @Override
    protected Processor createProcessor() {
        return new PromptProcessor(this, getAdapter(), Ticker.SYSTEM);
    }

    /** Serves one request of one connection at a time; Tomcat calls it again whenever there is more of an incomplete head. */
    static final class PromptProcessor extends Http11Processor {
        private final HeadTime time;
        private int refused;

        PromptProcessor(AbstractHttp11Protocol<?> protocol, Adapter adapter, Ticker ticker) {
            super(protocol, adapter);
            this.time = new HeadTime(ticker);
        }

        @Override
        public SocketState service(SocketWrapperBase<?> connection) throws IOException {
            refused = 0;
            SocketState state = super.service(connection);
            if (state != SocketState.LONG || isAsync()) {
                time.complete();
                return state;
            }
            if (!time.isOver()) {
                return state;
            }
            time.complete();
            byte[] answer = tooSlow().getBytes(StandardCharsets.US_ASCII);
            connection.write(true, answer, 0, answer.length);
            connection.flush(true);
            return SocketState.CLOSED;
        }

        /** Tomcat answers 400 whatever is wrong with a head; a head that is too large has statuses of its own. */
        @Override
        protected void setErrorState(ErrorState state, @Nullable Throwable cause) {
            String fault = cause == null ? null : cause.getMessage();
            if (TOO_LARGE.equals(fault) && request.requestURI().isNull()) {
                refused = 414;
                // Tomcat would answer 400 to a request without an address.
                request.requestURI().setBytes(ROOT, 0, ROOT.length);
            } else if (TOO_LARGE.equals(fault) || TOO_MANY.equals(fault)) {
                refused = 431;
            }
            if (refused != 0) {
                // Again and again: Tomcat goes on to miss what it has not read, such as the host.
                response.setStatus(refused);
            }
            super.setErrorState(state, cause);
        }
    }

    /** Written past Tomcat, which has no request yet that it could answer. */
    private static String tooSlow() {
        String body = ErrorEnvelope.json(ErrorCode.REQUEST_TIMEOUT);
        return "HTTP/1.1 408 \r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                + body.length() + "\r\n\r\n" + body;
    }

    /** How long a head has been coming. */
    static final class HeadTime {
        private final Ticker ticker;
        private boolean isComing;
        private long sinceNanos;

        HeadTime(Ticker ticker) {
            this.ticker = ticker;
        }

        /** Asked whenever more of an incomplete head has come. */
        boolean isOver() {
            if (!isComing) {
                isComing = true;
                sinceNanos = ticker.nanos();
            }
            return ticker.nanos() - sinceNanos > HEAD.toNanos();
        }

        void complete() {
            isComing = false;
        }
    }
}
