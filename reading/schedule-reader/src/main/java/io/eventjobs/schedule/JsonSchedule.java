package io.eventjobs.schedule;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Detects the JSON format of a schedule and delegates to its reader. Lenient about structure, bounded in depth and length. */
final class JsonSchedule {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(100)
                            .maxDocumentLength(ScheduleReader.MAX_BYTES)
                            .maxStringLength(1 << 20)
                            .build())
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .build())
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final @Nullable URI address;

    JsonSchedule(@Nullable URI address) {
        this.address = address;
    }

    Schedule parse(String json) throws UnreadableScheduleException {
        JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (JacksonException e) {
            throw new UnreadableScheduleException("Its JSON is broken: " + where(e), e);
        }
        return read(new JsonFields(root));
    }

    private Schedule read(JsonFields root) throws UnreadableScheduleException {
        if (root.has("schedule") || root.has("days") || root.has("events")) {
            return new EventJson(root, address).schedule();
        }
        if (root.has("talks")) {
            return new PretalxWidget(root, address).schedule();
        }
        if (PretalxSubmissions.isListed(root)) {
            return new PretalxSubmissions(root, address).schedule();
        }
        if (root.has("results")) {
            return new IndicoExport(root, address).schedule();
        }
        if (root.has("sessions") || root.isList()) {
            return new SessionizeView(root, address).schedule();
        }
        throw new UnreadableScheduleException("Its JSON is not in a known schedule format.");
    }

    private static String where(JacksonException fault) {
        return fault.getLocation() == null
                ? fault.getOriginalMessage()
                : "line " + fault.getLocation().getLineNr() + ", column "
                        + fault.getLocation().getColumnNr();
    }
}
