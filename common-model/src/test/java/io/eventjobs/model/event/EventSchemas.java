package io.eventjobs.model.event;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The published schemas: one file on the class path each. */
public final class EventSchemas {
    private final SchemaRegistry registry = SchemaRegistry.withDialect(Dialects.getDraft202012());
    private final Map<String, Schema> schemas = new ConcurrentHashMap<>();

    /** The validator's errors for this data; empty if it conforms to its schema. */
    public List<String> faults(EventSchema schema, String data) {
        return faults(schema.resource(), data);
    }

    /** The validator's errors for this data with the schema in a class path resource. */
    public List<String> faults(String resource, String data) {
        return schemas
                .computeIfAbsent(resource, file -> registry.getSchema(text(file)))
                .validate(
                        data,
                        InputFormat.JSON,
                        context ->
                                context.executionConfig(configuration -> configuration.formatAssertionsEnabled(true)))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** A resource on the class path. */
    public static String text(String resource) {
        try (InputStream file = EventSchemas.class.getResourceAsStream("/" + resource)) {
            if (file == null) {
                throw new IllegalArgumentException("there is no file " + resource);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
