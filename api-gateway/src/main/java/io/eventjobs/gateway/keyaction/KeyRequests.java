package io.eventjobs.gateway.keyaction;

import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.web.TimeText;
import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Reads what is asked for a key, from the API and from the form of the console. */
@Component
public class KeyRequests {
    private static final int MAX_NAME = 100;
    private static final int MAX_TEXT = 100;
    private static final int MAX_OVERLAP = (int) Duration.ofDays(30).toSeconds();
    private static final int DEFAULT_OVERLAP = (int) Duration.ofDays(1).toSeconds();
    private static final String ROLES = Stream.of(Role.values()).map(Role::word).collect(Collectors.joining(", "));

    private final Clock clock;

    KeyRequests(Clock clock) {
        this.clock = clock;
    }

    /** @param expiresAt null for never */
    public record Creation(KeyRecord.Grant grant, @Nullable Instant expiresAt) {}

    /** @throws io.eventjobs.gateway.error.ApiException with all faults */
    public Creation creation(ObjectNode body) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(body, "", faults);
        String tenant = required(fields, "tenant");
        if (tenant != null && !BatchId.isWellFormed(tenant)) {
            fields.fault("tenant", "must match [A-Za-z0-9][A-Za-z0-9._-]{0,99}");
        }
        String role = required(fields, "role");
        if (role != null && Role.find(role).isEmpty()) {
            fields.fault("role", "must be one of " + ROLES);
        }
        String name = fields.text("name", MAX_NAME);
        Instant expiresAt = expiry(fields);
        fields.refuseOthers();
        faults.refuseIfAny();
        KeyRecord.Grant grant = new KeyRecord.Grant(
                new TenantId(Objects.requireNonNull(tenant)),
                Role.find(Objects.requireNonNull(role)).orElseThrow(),
                Objects.requireNonNullElse(name, tenant + " " + role));
        return new Creation(grant, expiresAt);
    }

    /** How long the old key is still good. */
    public Duration overlap(ObjectNode body) {
        FieldReader.Faults faults = new FieldReader.Faults();
        FieldReader fields = new FieldReader(body, "", faults);
        Integer seconds = fields.integer("overlap_seconds", 0, MAX_OVERLAP);
        fields.refuseOthers();
        faults.refuseIfAny();
        return Duration.ofSeconds(Objects.requireNonNullElse(seconds, DEFAULT_OVERLAP));
    }

    private @Nullable Instant expiry(FieldReader fields) {
        String text = fields.text("expires_at", MAX_TEXT);
        if (text == null) {
            return null;
        }
        Instant time = TimeText.time(text)
                .filter(given -> given.isAfter(clock.instant()))
                .orElse(null);
        if (time == null) {
            fields.fault("expires_at", "must be a time to come, such as 2030-01-31T09:30:00Z");
        }
        return time;
    }

    private static @Nullable String required(FieldReader fields, String name) {
        String text = fields.requiredText(name, MAX_TEXT);
        return text.isEmpty() ? null : text;
    }
}
