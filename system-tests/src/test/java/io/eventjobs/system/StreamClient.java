package io.eventjobs.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Reads a stream of server-sent events, as a browser does. */
final class StreamClient implements AutoCloseable {
    private final List<Message> messages = new ArrayList<>();
    private final CompletableFuture<HttpResponse<Void>> response;
    private final Lines lines = new Lines();
    private volatile int status;
    private int comments;

    private StreamClient(HttpClient http, HttpRequest request) {
        this.response = http.sendAsync(request, head -> {
            status = head.statusCode();
            return BodySubscribers.fromLineSubscriber(lines);
        });
    }

    /** A stream of everything, which begins once the gateway has found the topic. */
    static StreamClient ofEverything(Gateway gateway) {
        return Progress.await(
                "the stream of everything is open",
                () -> {
                    StreamClient stream = open(gateway, "/api/ops/stream");
                    Progress.await("it is answered", () -> stream.status, status -> status > 0);
                    return stream;
                },
                stream -> stream.status == 200);
    }

    static StreamClient open(Gateway gateway, String path) {
        return open(HttpClient.newHttpClient(), gateway, path, null);
    }

    /** Continues after the event with this id. */
    static StreamClient resume(Gateway gateway, String path, String last) {
        return open(HttpClient.newHttpClient(), gateway, path, last);
    }

    static StreamClient open(HttpClient http, Gateway gateway, String path, @Nullable String last) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(gateway.url() + path))
                .header("Authorization", "Bearer " + Gateway.KEY)
                .header("Accept", "text/event-stream");
        if (last != null) {
            request.header("Last-Event-ID", last);
        }
        return new StreamClient(http, request.build());
    }

    synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    synchronized int comments() {
        return comments;
    }

    List<Message> awaitMessages(int count) {
        return Progress.await(count + " messages", this::messages, received -> received.size() >= count);
    }

    /** Waits until the gateway ends the stream; returns all of it. */
    List<Message> awaitEnd() {
        Progress.await(
                "the stream ends", () -> new State(response.isDone(), messages().size()), State::over);
        return messages();
    }

    boolean isOver() {
        return response.isDone();
    }

    /** The connection is cut. */
    @Override
    public void close() {
        lines.cancel();
        response.cancel(true);
    }

    record Message(String id, String name, String data) {}

    private record State(boolean over, int received) {}

    private final class Lines implements Flow.Subscriber<String> {
        private Flow.@Nullable Subscription subscription;
        private String id = "";
        private String name = "";
        private String data = "";

        @Override
        public void onSubscribe(Flow.Subscription begun) {
            subscription = begun;
            begun.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            synchronized (StreamClient.this) {
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    name = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    data = line.substring(6);
                } else if (line.startsWith(":")) {
                    comments++;
                } else if (line.isEmpty() && !data.isEmpty()) {
                    messages.add(new Message(id, name, data));
                    data = "";
                }
            }
        }

        @Override
        public void onError(Throwable fault) {}

        @Override
        public void onComplete() {}

        void cancel() {
            if (subscription != null) {
                subscription.cancel();
            }
        }
    }
}
