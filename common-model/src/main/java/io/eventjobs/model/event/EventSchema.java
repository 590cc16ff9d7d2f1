package io.eventjobs.model.event;

/**
 * The JSON Schema (draft 2020-12) of the data of one type of event. A version only ever grows by optional properties;
 * anything else is the next version, beside the old one.
 *
 * @param version from 1
 */
public record EventSchema(EventType type, int version) {
    /** The one that events are published under. */
    public static EventSchema current(EventType type) {
        return new EventSchema(type, 1);
    }

    /** The absolute URI that {@code dataschema} names, which is the schema's {@code $id}. */
    public String uri() {
        return "urn:event-jobs:events:" + type.word() + ":v" + version;
    }

    /** Its file on the class path. */
    public String resource() {
        return "event-jobs/events/" + type.word() + "/v" + version + ".json";
    }
}
