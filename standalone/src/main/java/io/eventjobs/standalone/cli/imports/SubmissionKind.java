package io.eventjobs.standalone.cli.imports;

import io.eventjobs.gateway.imports.CsvTable;
import io.eventjobs.gateway.imports.UrlList;
import io.eventjobs.standalone.client.GatewayException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a file to submit holds. */
enum SubmissionKind {
    /** The request body of a job or a batch. */
    REQUEST,
    /** A JSON array of sessions with the fields of a job. */
    SESSIONS,
    /** A table with a line of column names, which are those of a job's fields. */
    CSV,
    /** Addresses of sessions' pages, one on a line. */
    URLS,
    /** A schedule in one of the published formats. */
    SCHEDULE;

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final Pattern SCHEDULE_ADDRESS = Pattern.compile("(?i).*[./](xml|json|ics|ical)(\\?.*)?");
    private static final Set<String> OF_REQUESTS = Set.of("url", "jobs", "job_type", "parameters", "session");

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Tells it from the content.
     *
     * @param source its name for messages
     * @throws GatewayException if it is JSON with an error, or nothing of these
     */
    static SubmissionKind of(String text, String source) {
        String content = text.strip();
        if (content.startsWith("{") || content.startsWith("[")) {
            return ofJson(json(content, source));
        }
        if (content.startsWith("<") || content.startsWith("BEGIN:VCALENDAR")) {
            return SCHEDULE;
        }
        List<String> lines = UrlList.lines(content);
        if (!lines.isEmpty() && lines.stream().allMatch(UrlList::isAddress)) {
            return URLS;
        }
        if (!lines.isEmpty() && CsvTable.isHeading(lines.getFirst())) {
            return CSV;
        }
        throw new GatewayException(
                source + " is neither a schedule, nor JSON of a job, a batch or sessions, nor a table with a"
                        + " column url, nor a list of addresses; --as tells what it is meant to be");
    }

    /** Whether an address ends as those of schedules do. */
    static boolean isLikeSchedule(String address) {
        return SCHEDULE_ADDRESS.matcher(address).matches();
    }

    /** @throws GatewayException if it is not JSON */
    static JsonNode json(String text, String source) {
        try {
            return MAPPER.readTree(text);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : ": line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new GatewayException(source + " is not valid JSON" + where);
        }
    }

    private static SubmissionKind ofJson(JsonNode json) {
        if (json.isObject()) {
            return OF_REQUESTS.stream().anyMatch(json::has) ? REQUEST : SCHEDULE;
        }
        JsonNode first = json.path(0);
        return first.has("url") && first.has("session") ? SESSIONS : SCHEDULE;
    }
}
