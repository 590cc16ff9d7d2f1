package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.template.Templates;
import io.eventjobs.gateway.web.ApiJson;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.webhook.WebhookReader;
import io.eventjobs.model.job.JobType;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The vocabulary of tests about what clients send. */
final class Submissions {
    static final String SESSION = "'event': 'FOSDEM 2025', 'session': 'Closing', 'url': 'https://example.org/closing'";

    private Submissions() {}

    /** Jobs of at most 2,000 bytes with transcripts of at most 20 characters, batches of at most 3 jobs. */
    static SubmissionProperties properties() {
        return new SubmissionProperties(2_000, 20, 3, 10, Duration.ofHours(24), Duration.ofMinutes(10));
    }

    /** Reads all types of jobs, those that do nothing too. */
    static JobReader jobReader() {
        return new JobReader(
                properties().maxJobBytes(),
                List.of(
                        new SessionReader(properties(), Templates.builtIn()),
                        new SourceReader(JobType.PAGE),
                        new SourceReader(JobType.DOCUMENT),
                        new SourceReader(JobType.TRANSCRIPT),
                        new NoopReader()),
                new WebhookReader(false));
    }

    /** JSON in which single quotes stand for double ones. */
    static ObjectNode json(String text) {
        return (ObjectNode) ApiJson.parse(text.replace('\'', '"'));
    }

    static JobDraft session(String json) {
        return read(jobReader()::session, json);
    }

    static JobDraft typed(String json) {
        return read(jobReader()::typed, json);
    }

    static List<FieldFault> faultsOfSession(String json) {
        return catchThrowableOfType(ApiException.class, () -> session(json)).faults();
    }

    static List<FieldFault> faultsOfTyped(String json) {
        return catchThrowableOfType(ApiException.class, () -> typed(json)).faults();
    }

    private static JobDraft read(JobReading.Form form, String json) {
        FieldReader.Faults faults = new FieldReader.Faults();
        JobReading reading = form.read(json(json), "", new ParametersReader.Request(Jobs.TENANT, true), faults);
        faults.refuseIfAny();
        return ((JobReading.Read) reading).draft();
    }
}
