package io.eventjobs.model.event;

/**
 * The JSON Schema (draft 2020-12) for the data of one type of event. Within a version only optional properties are added; any
 * other change results in a new version in addition to the old one.
 *
 * @param version from 1
 */
public record EventSchema(EventType type, int version) {
    /** The schema that events of this type are published with. */
    public static EventSchema current(EventType type) {
        return new EventSchema(type, 1);
    }

    /** The value of {@code dataschema}, an absolute URI, which is also the schema's {@code $id}. */
    public String uri() {
        return "urn:event-jobs:events:" + type.word() + ":v" + version;
    }

    /** The schema's resource on the class path. */
    public String resource() {
        return "event-jobs/events/" + type.word() + "/v" + version + ".json";
    }
}
