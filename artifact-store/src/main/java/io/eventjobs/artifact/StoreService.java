package io.eventjobs.artifact;

import io.eventjobs.connection.Service;
import java.net.URI;
import java.security.ProviderException;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The object store as a service that may refuse a process. */
public final class StoreService {
    /** Answers that blame the keys or their rights, and thus do not change by waiting. */
    private static final Set<String> BLAMING_KEYS = Set.of(
            "AccessDenied",
            "AuthorizationHeaderMalformed",
            "ExpiredToken",
            "InvalidAccessKeyId",
            "InvalidToken",
            "RequestTimeTooSkewed",
            "SignatureDoesNotMatch");

    /** MinIO's client says only in words that the service which exchanges an identity for keys has refused it. */
    private static final Pattern IDENTITY_REFUSED = Pattern.compile("HTTP status code 40[013]");

    private StoreService() {}

    public static Service at(URI endpoint) {
        Service.Settings settings = new Service.Settings(
                "event-jobs.s3.endpoint",
                "event-jobs.s3.credentials, event-jobs.s3.access-key and event-jobs.s3.secret-key",
                "event-jobs.s3.ca-certificates",
                "event-jobs.s3.endpoint");
        return new Service("The object store", endpoint.toString(), settings, StoreService::refusal);
    }

    private static Optional<String> refusal(Throwable fault) {
        if (fault instanceof StoreRefusedException refused) {
            return BLAMING_KEYS.stream().anyMatch(refused::is) ? Optional.of(refused.words()) : Optional.empty();
        }
        return fault.getCause() instanceof ProviderException noKeys
                ? Optional.ofNullable(noKeys.getMessage())
                        .filter(words -> IDENTITY_REFUSED.matcher(words).find())
                : Optional.empty();
    }
}
