package io.eventjobs.gateway.request;

import io.eventjobs.gateway.background.Ticker;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * Reads what nobody read of a body for a short time, so that a client that sends all of it first sees its answer; then the connection is
 * closed. Tomcat would read on for as long as the client drips, as after a request without a key.
 */
final class UnreadBodyValve extends ValveBase {
    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ticker ticker;

    UnreadBodyValve(Ticker ticker) {
        super(true);
        this.ticker = ticker;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        boolean hasBadHead = response.isErrorReportRequired();
        getNext().invoke(request, response);
        // Tomcat closes the connection after a bad head, and if who waits for a 100 gets something else.
        if (hasBadHead || request.isAsync() || request.getCoyoteRequest().hasExpectation()) {
            return;
        }
        org.apache.coyote.Request body = request.getCoyoteRequest();
        if (!body.isFinished() && (response.getStatus() == 408 || !isReadToEnd(body, response))) {
            request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
        }
    }

    /** Below the request's stream, which whoever answered may have closed. */
    private boolean isReadToEnd(org.apache.coyote.Request body, Response response) {
        long startNanos = ticker.nanos();
        Dropped dropped = new Dropped();
        try {
            response.finishResponse();
            while (ticker.nanos() - startNanos < PATIENCE.toNanos()) {
                if (body.doRead(dropped) < 0) {
                    return true;
                }
            }
        } catch (IOException e) {
            // Silent for too long, or gone.
            return false;
        }
        return false;
    }

    /** Takes bytes that nobody looks at. */
    private static final class Dropped implements ApplicationBufferHandler {
        private ByteBuffer bytes = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            bytes = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return bytes;
        }

        @Override
        public void expand(int size) {}
    }
}
