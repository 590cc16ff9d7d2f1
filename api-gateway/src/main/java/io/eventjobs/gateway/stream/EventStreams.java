package io.eventjobs.gateway.stream;

import io.eventjobs.gateway.background.Ticker;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.security.Caller;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Turns a request into a stream: no thread is kept for it, neither by the container nor by us. */
final class EventStreams {
    private final EventFeed feed;
    private final OpenStreams open;
    private final Ticker ticker;
    private final int maxUnsent;

    EventStreams(EventFeed feed, OpenStreams open, Ticker ticker, int maxUnsent) {
        this.feed = feed;
        this.open = open;
        this.ticker = ticker;
        this.maxUnsent = maxUnsent;
    }

    /**
     * Begins the response; it ends with the stream.
     *
     * @throws ApiException {@code STREAMS_FULL}
     */
    void open(
            Caller caller,
            Selection selection,
            StreamStart start,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        open.requireRoom(caller);
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType("text/event-stream;charset=UTF-8");
        // Proxies that buffer responses would hold events back.
        response.setHeader("X-Accel-Buffering", "no");
        ServletOutputStream bytes = response.getOutputStream();
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        ServletOutput output = new ServletOutput(context, bytes);
        EventStream stream = new EventStream(selection, start, output, ticker, maxUnsent);
        open.add(caller, stream);
        context.addListener(new End(stream, output));
        bytes.setWriteListener(new Writing(stream));
    }

    private void end(EventStream stream) {
        feed.remove(stream);
        open.remove(stream);
    }

    private final class Writing implements WriteListener {
        private final EventStream stream;

        Writing(EventStream stream) {
            this.stream = stream;
        }

        @Override
        public void onWritePossible() {
            stream.ready();
            feed.advance(stream);
        }

        @Override
        public void onError(Throwable fault) {
            end(stream);
        }
    }

    private final class End implements AsyncListener {
        private final EventStream stream;
        private final ServletOutput output;

        End(EventStream stream, ServletOutput output) {
            this.stream = stream;
            this.output = output;
        }

        @Override
        public void onComplete(AsyncEvent event) {
            end(stream);
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            end(stream);
        }

        @Override
        public void onError(AsyncEvent event) {
            end(stream);
            output.close();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {}
    }
}
