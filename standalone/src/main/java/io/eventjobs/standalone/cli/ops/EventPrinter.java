package io.eventjobs.standalone.cli.ops;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.event.ReceivedEvent;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.databind.json.JsonMapper;

/** Prints events, each as one line of UTF-8 whatever the terminal's own encoding, and each at once. */
final class EventPrinter {
    private final EventCodec codec = new EventCodec();
    private final JsonMapper mapper = WireFormat.mapper();
    private final PrintStream out;
    private final PrintWriter errors;
    private final Predicate<ReceivedEvent> filter;

    EventPrinter(PrintStream out, PrintWriter errors, Predicate<ReceivedEvent> filter) {
        this.out = out;
        this.errors = errors;
        this.filter = filter;
    }

    /** Prints them as far as they are filter; false if nobody reads any more. What is no event is complained about. */
    boolean print(Iterable<ConsumerRecord<byte[], byte[]>> messages) {
        for (ConsumerRecord<byte[], byte[]> message : messages) {
            if (!print(message)) {
                return false;
            }
        }
        return true;
    }

    private boolean print(ConsumerRecord<byte[], byte[]> message) {
        return switch (codec.read(headers(message), message.value())) {
            case Decoded.Message<ReceivedEvent> event -> !filter.test(event.value()) || print(event.value());
            case Decoded.Undecodable<ReceivedEvent> undecodable -> {
                errors.printf(
                        "event-jobs: partition %d, offset %d holds no event: %s%n",
                        message.partition(), message.offset(), undecodable.reason());
                errors.flush();
                yield true;
            }
        };
    }

    private boolean print(ReceivedEvent event) {
        byte[] line = mapper.writeValueAsBytes(event.structured());
        out.write(line, 0, line.length);
        out.write('\n');
        return !out.checkError();
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> message) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }
}
