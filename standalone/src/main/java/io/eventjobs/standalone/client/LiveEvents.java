package io.eventjobs.standalone.client;

import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Iterator;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The server-sent events of a stream of the gateway. What is cut goes on after the last event, without loss. */
public final class LiveEvents {
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int PATIENCE = 60;

    private final GatewayClient gateway;
    private final ResourcePath path;
    private @Nullable String last;
    private boolean heard;

    public LiveEvents(GatewayClient gateway, ResourcePath path) {
        this.gateway = gateway;
        this.path = path;
    }

    /**
     * Returns when the stream has come to its end.
     *
     * @param after id of the last event that is known, null for none
     * @param each is given the id in the stream, and the event
     * @throws GatewayException if the gateway refuses, does not respond at first, or is silent for a minute later
     */
    public void read(@Nullable String after, BiConsumer<String, JsonNode> each) throws InterruptedException {
        last = after;
        int silent = 0;
        while (true) {
            try {
                HttpResponse<Stream<String>> response = gateway.stream(path.text(), last);
                if (response.statusCode() == 204) {
                    return;
                }
                heard = true;
                silent = 0;
                receive(response, each);
            } catch (GatewayException e) {
                if (!e.isSilence() || !heard || ++silent == PATIENCE) {
                    throw e;
                }
            }
            Thread.sleep(PAUSE);
        }
    }

    private void receive(HttpResponse<Stream<String>> response, BiConsumer<String, JsonNode> each) {
        try (Stream<String> lines = response.body()) {
            String id = "";
            StringBuilder data = new StringBuilder();
            for (Iterator<String> all = lines.iterator(); all.hasNext(); ) {
                String line = all.next();
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("data: ")) {
                    data.append(line, 6, line.length());
                } else if (line.isEmpty() && !id.isEmpty()) {
                    last = id;
                    if (!data.isEmpty()) {
                        each.accept(id, gateway.mapper().readTree(data.toString()));
                    }
                    data.setLength(0);
                }
            }
        } catch (UncheckedIOException e) {
            // Cut: whoever calls connects again.
        }
    }
}
