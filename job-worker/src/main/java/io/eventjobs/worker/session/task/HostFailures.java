package io.eventjobs.worker.session.task;

import io.eventjobs.http.FetchFailure;
import io.eventjobs.model.job.FailureCode;
import io.eventjobs.model.job.FailureKind;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Attributes failures to hosts. When a host asks for a pause, all jobs whose page is at that host wait. That must not be in the hand of
 * another host, to which an address redirects or at which a part lies: it only delays this job.
 */
final class HostFailures {
    private HostFailures() {}

    /**
     * The failure code of a job.
     *
     * @param page address of the job's page; null if it has none
     * @param requested address that could not be fetched
     */
    static FailureCode code(@Nullable String page, String requested, FetchFailure failed) {
        FailureCode code = FailureCode.of(failed.code().name());
        URI answered = failed.address();
        String host = answered == null ? host(requested) : Objects.requireNonNullElse(answered.getHost(), "");
        boolean isPagesHost = page != null && host(page).equalsIgnoreCase(host);
        return code.kind() != FailureKind.DEFERRED || isPagesHost ? code : FailureCode.PART_DELAYED;
    }

    private static String host(String address) {
        try {
            return Objects.requireNonNullElse(new URI(address).getHost(), "").toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            return "";
        }
    }
}
