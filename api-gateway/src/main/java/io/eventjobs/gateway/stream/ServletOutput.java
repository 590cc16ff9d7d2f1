package io.eventjobs.gateway.stream;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;

/** The response of a request in asynchronous mode, written without blocking. */
final class ServletOutput implements StreamOutput {
    private final AsyncContext request;
    private final ServletOutputStream response;
    private volatile boolean closed;

    ServletOutput(AsyncContext request, ServletOutputStream response) {
        this.request = request;
        this.response = response;
    }

    @Override
    public boolean isReady() {
        return !closed && response.isReady();
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        response.write(bytes);
    }

    @Override
    public void flush() throws IOException {
        response.flush();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            try {
                request.complete();
            } catch (IllegalStateException e) {
                // The container has completed it because the client is gone.
            }
        }
    }
}
