package io.eventjobs.standalone.cli.ops;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.EventCodec;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.event.ReceivedEvent;
import io.eventjobs.standalone.client.TerminalText;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/** Prints events, each as one line of JSON that says the same in any encoding, without buffering. */
final class EventPrinter {
    private final EventCodec codec = new EventCodec();
    private final JsonMapper mapper;
    private final PrintWriter out;
    private final PrintWriter errors;
    private final Predicate<ReceivedEvent> filter;

    /** @param isUnicode whether the output can show every character; else all but ASCII is escaped */
    EventPrinter(PrintWriter out, PrintWriter errors, boolean isUnicode, Predicate<ReceivedEvent> filter) {
        this.mapper = WireFormat.mapper()
                .rebuild()
                .configure(JsonWriteFeature.ESCAPE_NON_ASCII, !isUnicode)
                .build();
        this.out = out;
        this.errors = errors;
        this.filter = filter;
    }

    /** Prints the messages that match the filter, and an error for each that is not an event; false if the output is closed. */
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
                        "event-jobs: not an event at partition %d, offset %d: %s%n",
                        message.partition(), message.offset(), undecodable.reason());
                errors.flush();
                yield true;
            }
        };
    }

    private boolean print(ReceivedEvent event) {
        out.print(TerminalText.json(mapper.writeValueAsString(event.structured())) + '\n');
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
