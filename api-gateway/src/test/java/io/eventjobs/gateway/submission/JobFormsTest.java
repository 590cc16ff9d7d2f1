package io.eventjobs.gateway.submission;

import static io.eventjobs.gateway.submission.Submissions.SESSION;
import static io.eventjobs.gateway.submission.Submissions.faultsOfSession;
import static io.eventjobs.gateway.submission.Submissions.faultsOfTyped;
import static io.eventjobs.gateway.submission.Submissions.session;
import static io.eventjobs.gateway.submission.Submissions.typed;
import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.Priority;
import io.eventjobs.model.job.SourceParameters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What all types of jobs have in common. */
class JobFormsTest {
    private static final String BOTH = "must not be given both at the top level and in parameters";

    @Test
    void aJobIsTheSameFlatOrWithItsFieldsInParameters() {
        assertThat(session("{'parameters': {" + SESSION + ", 'job_name': 'Mine', 'priority': 2}}"))
                .isEqualTo(session("{" + SESSION + ", 'job_name': 'Mine', 'priority': 2}"));
    }

    @Test
    void aFieldIsGivenInOnePlace() {
        assertThat(faultsOfSession("{" + SESSION + ", 'parameters': {'url': 'https://example.org/closing'}}"))
                .containsExactly(new FieldFault("url", BOTH));
    }

    @Test
    void nullInOnePlaceIsNoSecondValue() {
        assertThat(session("{" + SESSION + ", 'track': null, 'parameters': {'track': 'Rust'}}")
                        .parameters()
                        .track())
                .isEqualTo("Rust");
        assertThat(session("{" + SESSION + ", 'track': 'Rust', 'parameters': null}")
                        .parameters()
                        .track())
                .isEqualTo("Rust");
    }

    @Test
    void whetherTheCacheIsUsedMayBeSaidTwiceAsOlderClientsDo() {
        JobDraft draft = session("{" + SESSION + ", 'use_cache': false, 'parameters': {'use_cache': true}}");

        assertThat(draft).isEqualTo(session("{" + SESSION + ", 'use_cache': false}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "'text'", "7"})
    void parametersAreAnObject(String parameters) {
        assertThat(faultsOfSession("{" + SESSION + ", 'parameters': " + parameters + "}"))
                .containsExactly(new FieldFault("parameters", "must be an object"));
    }

    @Test
    void aNameAndAPriorityMayBeChosen() {
        JobDraft draft = session("{" + SESSION + ", 'job_name': 'Mine', 'priority': 9}");

        assertThat(draft.name()).isEqualTo("Mine");
        assertThat(draft.priority()).isEqualTo(new Priority(9));
        assertThat(session("{" + SESSION + "}").priority()).isNull();
    }

    @Test
    void aNameThatFollowsFromLongFieldsIsCut() {
        String title = "x".repeat(500);
        JobDraft draft = session("{'event': 'E', 'session': '" + title + "', 'url': 'https://example.org/'}");

        assertThat(draft.name()).hasSize(500).startsWith("E - General - x").endsWith("x…");
    }

    @Test
    void aPriorityIsBetweenZeroAndNine() {
        assertThat(faultsOfSession("{" + SESSION + ", 'priority': 10}"))
                .containsExactly(new FieldFault("priority", "must be an integer between 0 and 9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "user_id",
                "create_archive",
                "speakers_url",
                "speakers_image_url",
                "image_url",
                "context",
                "include_images",
                "extraction_method",
                "force_refresh",
                "file_hash"
            })
    void fieldsOfOlderClientsAreAcceptedWithAWarning(String field) {
        assertThat(session("{" + SESSION + ", '" + field + "': {'any': 1}}").warnings())
                .containsExactly(field + " is accepted for compatibility and has no effect");
        assertThat(typed("{'job_type': 'page', 'parameters': {'url': 'https://a.example/', '" + field + "': 1}}")
                        .warnings())
                .hasSize(1);
    }

    @Test
    void aFieldThatWouldNotBeHonouredIsRefused() {
        assertThat(faultsOfSession("{" + SESSION + ", 'webhook': 'https://example.org/hook'}"))
                .containsExactly(new FieldFault(
                        "webhook",
                        "webhooks are not enabled: the operator has to set event-jobs.webhooks.encryption-key"));
    }

    @Test
    void aJobIsNotLargerThanItMayBe() {
        assertThat(faultsOfSession("{" + SESSION + ", 'context': '" + "x".repeat(2_000) + "'}"))
                .containsExactly(new FieldFault("body", "must be at most 2000 bytes"));
    }

    @Test
    void theSizeOfAJobIsThatOfItsBytesAndNotOfItsCharacters() {
        assertThat(faultsOfSession("{" + SESSION + ", 'context': '" + "語".repeat(700) + "'}"))
                .containsExactly(new FieldFault("body", "must be at most 2000 bytes"));
    }

    @Test
    void theTranscriptOfAJobDoesNotCount() {
        assertThat(session("{" + SESSION + ", 'video_transcript': '" + "x".repeat(5_000) + "'}")
                        .longTranscript())
                .hasSize(5_000);
    }

    @Test
    void theTypeOfAJobIsNamedWhereThereAreSeveral() {
        assertThat(faultsOfTyped("{" + SESSION + "}")).containsExactly(new FieldFault("job_type", "is required"));
        assertThat(faultsOfTyped("{'job_type': 7, " + SESSION + "}"))
                .containsExactly(new FieldFault("job_type", "must be a string"));
        assertThat(faultsOfTyped("{'job_type': 'film'}"))
                .containsExactly(
                        new FieldFault("job_type", "must be one of document, noop, page, session, transcript"));
    }

    @Test
    void theTypeIsNoFieldOfAJobThatIsAlwaysASession() {
        assertThat(faultsOfSession("{" + SESSION + ", 'job_type': 'session'}"))
                .containsExactly(new FieldFault("job_type", "unknown field"));
    }

    @Test
    void aDocumentAndASavedPageMayBeUploads() {
        assertThat(((SourceParameters) typed("{'job_type': 'document', 'url': 'upload:upload-1/my_notes.pdf'}")
                                .parameters())
                        .filename())
                .isEqualTo("my_notes.md");
        assertThat(((SourceParameters) typed("{'job_type': 'page', 'url': 'upload:upload-1/page.html'}")
                                .parameters())
                        .url())
                .isEqualTo("upload:upload-1/page.html");
        assertThat(faultsOfTyped("{'job_type': 'page', 'url': 'upload:'}"))
                .containsExactly(
                        new FieldFault("url", "must be an absolute http or https URL, or the address of an upload"));
    }

    @Test
    void aSourceIsTranslatedOnlyIfItIsAskedFor() {
        SourceParameters page =
                (SourceParameters) typed("{'job_type': 'page', 'url': 'https://example.org/', 'source_language': 'fr'}")
                        .parameters();

        assertThat(page.targetLanguage()).isEqualTo("fr");
    }

    @Test
    void aJobThatDoesNothingHoldsItsSlotForAtMostAMinute() {
        assertThat(typed("{'job_type': 'noop'}").parameters()).isEqualTo(new NoopParameters(null, 0));
        assertThat(typed("{'job_type': 'noop', 'event': 'load', 'work_millis': 60000}"))
                .isEqualTo(new JobDraft("noop", new NoopParameters("load", 60_000), null, null, null, List.of()));
        assertThat(faultsOfTyped("{'job_type': 'noop', 'work_millis': 60001}"))
                .containsExactly(new FieldFault("work_millis", "must be an integer between 0 and 60000"));
    }

    @Test
    void aJobThatDoesNothingMayCarryAPayload() {
        assertThat(typed("{'job_type': 'noop', 'payload': '0123'}").parameters())
                .isEqualTo(new NoopParameters(null, 0, "0123"));
        assertThat(faultsOfTyped("{'job_type': 'noop', 'payload': 1}"))
                .containsExactly(new FieldFault("payload", "must be a string"));
    }
}
