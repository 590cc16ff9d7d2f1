package io.eventjobs.gateway.web;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON of the HTTP API, as the gateway is configured to write it. */
public final class ApiJson {
    private static final JsonMapper MAPPER = mapper();

    private ApiJson() {}

    public static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new JsonDialect().jsonOfTheApi().customize(builder);
        return builder.build();
    }

    /** What the API would write for this value. */
    public static JsonNode of(Object value) {
        return MAPPER.readTree(MAPPER.writeValueAsString(value));
    }

    public static JsonNode parse(String json) {
        return MAPPER.readTree(json);
    }
}
