package io.eventjobs.gateway.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.template.Templates;
import io.eventjobs.gateway.web.FieldReader;
import io.eventjobs.gateway.webhook.WebhookReader;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class JobReaderTest {
    private final JobReader reader = new JobReader(
            10_000,
            List.of(
                    new SessionReader(
                            new SubmissionProperties(
                                    256 << 10, 64 << 10, 10_000, 200_000, Duration.ofHours(24), Duration.ofMinutes(10)),
                            Templates.builtIn()),
                    new SourceReader(JobType.PAGE),
                    new SourceReader(JobType.DOCUMENT),
                    new SourceReader(JobType.TRANSCRIPT)),
            new WebhookReader(true));

    @Test
    void aSourceNeedsNothingButItsAddress() {
        JobDraft draft = typed(
                """
                {"job_type": "document", "parameters": {"url": "https://example.com/a/My%20talk.pdf?v=2"}}""");

        assertThat(draft.parameters())
                .isEqualTo(new SourceParameters(
                        JobType.DOCUMENT,
                        "https://example.com/a/My%20talk.pdf?v=2",
                        null,
                        null,
                        null,
                        "My talk.md",
                        "en",
                        "en",
                        true));
        assertThat(draft.name()).isEqualTo("https://example.com/a/My%20talk.pdf?v=2");
    }

    @Test
    void aSourceIsReadWithEverythingThatMayBeSaidOfIt() {
        JobDraft draft = typed(
                """
                {"job_type": "page", "url": "https://example.com/", "event": "Conf", "track": "Rust", "title": "Venue",
                 "filename": "venue.md", "source_language": "fr", "target_language": "en", "use_cache": false,
                 "job_name": "The venue"}""");

        assertThat(draft.parameters())
                .isEqualTo(new SourceParameters(
                        JobType.PAGE, "https://example.com/", "Conf", "Rust", "Venue", "venue.md", "fr", "en", false));
        assertThat(draft.name()).isEqualTo("The venue");
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.com, example.com.md",
        "https://example.com/, example.com.md",
        "https://example.com/talks/, talks.md",
        "https://example.com/a/talk.en.vtt#t, talk.en.md",
        "https://example.com/%2e%2e, transcript.md",
        "https://example.com/50 ways, 50 ways.md"
    })
    void theFileIsCalledAsTheAddressEnds(String url, String filename) {
        JobDraft draft = typed("{\"job_type\": \"transcript\", \"url\": \"" + url + "\"}");

        assertThat(((SourceParameters) draft.parameters()).filename()).isEqualTo(filename);
    }

    @Test
    void anUnknownTypeIsRefusedWithTheKnownOnes() {
        assertThat(faults("{\"job_type\": \"video\", \"url\": \"https://example.com\"}"))
                .containsExactly(new FieldFault("job_type", "must be one of document, page, session, transcript"));
    }

    @Test
    void aTemplateIsKeptByItsName() {
        assertThat(((SessionParameters) typed(
                                        """
                                {"job_type": "session", "event": "E", "session": "S", "url": "https://example.com/",
                                 "template": "Transcript", "target": "beginners"}""")
                                .parameters())
                        .writing())
                .isEqualTo(new SessionParameters.Writing("Transcript", null, "beginners"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Session_analyze | must be one of Session, Summary, Transcript",
                "session | must be one of Session, Summary, Transcript",
                "../Session | must be one of Session, Summary, Transcript",
                "Summary | must not need a language model, since none is configured (event-jobs.chat.url), but Summary needs one"
            })
    void aTemplateThatCannotBeUsedIsRefusedWithTheReason(String template, String reason) {
        assertThat(faults("{\"job_type\": \"session\", \"event\": \"E\", \"session\": \"S\", \"url\":"
                        + " \"https://example.com/\", \"template\": \"" + template + "\"}"))
                .containsExactly(new FieldFault("template", reason));
    }

    @Test
    void fieldsOfAnotherTypeAreUnknown() {
        assertThat(faults(
                        "{\"job_type\": \"page\", \"url\": \"https://example.com\", \"video_url\": \"https://a.b/c\"}"))
                .containsExactly(new FieldFault("video_url", "unknown field"));
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults("{\"job_type\": \"document\", \"filename\": \"a/b\", \"source_language\": \"e\"}"))
                .extracting(FieldFault::field)
                .containsExactlyInAnyOrder("url", "filename", "source_language");
    }

    @Test
    void aSessionHasTheDefaultsOfTheSeed() {
        JobDraft draft = typed(
                """
                {"job_type": "session", "event": "Conf", "session": "A talk", "url": "https://example.com/a"}""");

        SessionParameters session = (SessionParameters) draft.parameters();
        assertThat(session.filename()).isEqualTo("A talk.md");
        assertThat(session.track()).isEqualTo("General");
        assertThat(session.targetLanguage()).isEqualTo("de");
        assertThat(draft.name()).isEqualTo("Conf - General - A talk");
    }

    private JobDraft typed(String json) {
        FieldReader.Faults faults = new FieldReader.Faults();
        JobReading reading = reader.typed(
                (ObjectNode) WireFormat.mapper().readTree(json),
                "",
                new ParametersReader.Request(new TenantId("default"), true),
                faults);
        faults.refuseIfAny();
        return ((JobReading.Read) reading).draft();
    }

    private List<FieldFault> faults(String json) {
        return catchThrowableOfType(ApiException.class, () -> typed(json)).faults();
    }
}
