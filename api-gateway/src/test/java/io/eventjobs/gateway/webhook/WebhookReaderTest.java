package io.eventjobs.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.error.FieldFault;
import io.eventjobs.gateway.web.FieldReader;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class WebhookReaderTest {
    private static final String GOOD =
            "\"url\": \"https://example.com/h?t=1\", \"secret\": \"whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\"";

    private final FieldReader.Faults faults = new FieldReader.Faults();

    @Test
    void readsAllFields() {
        WebhookDraft draft = Objects.requireNonNull(read(
                true,
                GOOD
                        + ", \"events\": [\"job.failed\", \"*\"], \"headers\": {\"Authorization\": \"Bearer x\"},"
                        + " \"include_markdown\": true, \"include_metadata\": true"));

        assertThat(faults.isEmpty()).isTrue();
        assertThat(draft.url()).isEqualTo("https://example.com/h?t=1");
        assertThat(draft.events()).containsExactly("job.failed", "*");
        assertThat(draft.headers()).containsEntry("Authorization", "Bearer x");
        assertThat(draft.includeMarkdown()).isTrue();
        assertThat(draft.includeMetadata()).isTrue();
        assertThat(draft.toString()).doesNotContain("whsec").doesNotContain("Bearer");
    }

    @Test
    void isRefusedWhereThereIsNoKeyToStoreSecretsWith() {
        assertThat(read(false, GOOD)).isNull();
        assertThat(found())
                .containsExactly(new FieldFault(
                        "webhook",
                        "webhooks are not enabled: the operator has to set event-jobs.webhooks.encryption-key"));
    }

    @Test
    void needsAnAddressAndASecret() {
        read(true, "");

        assertThat(found())
                .containsExactly(
                        new FieldFault("webhook.url", "is required"), new FieldFault("webhook.secret", "is required"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"url\": \"ftp://example.com/\"              | webhook.url",
                "\"url\": \"https://user:pass@example.com/\"  | webhook.url",
                "\"url\": \"/relative\"                       | webhook.url",
                "\"secret\": \"topsecret\"                    | webhook.secret",
                "\"events\": [\"job.finished\"]               | webhook.events",
                "\"headers\": {\"Host\": \"x\"}               | webhook.headers",
                "\"headers\": {\"Webhook-Id\": \"x\"}         | webhook.headers",
                "\"headers\": {\"X-A\": \"topsecret\\r\\nX: 1\"} | webhook.headers",
                "\"headers\": {\"X A\": \"topsecret\"}        | webhook.headers",
                "\"header\": {}                               | webhook.header"
            })
    void saysOfEachFieldWhatIsWrongWithoutQuotingIt(String field, String name) {
        ObjectNode body = (ObjectNode) JsonMapper.shared().readTree("{" + GOOD + "}");
        ObjectNode wrong = (ObjectNode) JsonMapper.shared().readTree("{" + field + "}");
        body.setAll(wrong);
        ObjectNode job = JsonMapper.shared().createObjectNode();
        job.set("webhook", body);

        new WebhookReader(true).optional(new FieldReader(job, "", faults), "", faults);

        assertThat(found()).extracting(FieldFault::field).containsExactly(name);
        assertThat(found().toString()).doesNotContain("topsecret");
    }

    private @Nullable WebhookDraft read(boolean enabled, String fields) {
        ObjectNode job = (ObjectNode) JsonMapper.shared().readTree("{\"webhook\": {" + fields + "}}");
        return new WebhookReader(enabled).optional(new FieldReader(job, "", faults), "", faults);
    }

    private List<FieldFault> found() {
        return faults.refusal().faults();
    }
}
