package io.eventjobs.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.gateway.mongo.WebhookRecord;
import io.eventjobs.gateway.mongo.WebhookRecord.Sealed;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookVaultTest {
    private static final String KEY = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
    private static final String ONE = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String TWO = "whsec_QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=";
    private static final Instant NOW = Instant.parse("2026-10-03T09:00:00Z");

    private final SecretVault secrets = new SecretVault(KEY);
    private final WebhookVault vault = new WebhookVault(secrets, Duration.ofHours(24));

    @Test
    void whatIsSealedContainsNoneOfItAndDiffersEachTime() {
        String sealed = secrets.seal("tenant/a/b", ONE);

        assertThat(sealed).doesNotContain("MfKQ9r8G").isNotEqualTo(secrets.seal("tenant/a/b", ONE));
        assertThat(secrets.open("tenant/a/b", sealed)).isEqualTo(ONE);
    }

    @Test
    void whatIsSealedOpensOnlyForItsRecordAndWithItsKey() {
        String sealed = secrets.seal("tenant/a/b", ONE);
        SecretVault other = new SecretVault("ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4NzY1NDMyMTA=");

        assertThatThrownBy(() -> secrets.open("tenant/a/c", sealed)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> other.open("tenant/a/b", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("event-jobs.webhooks.encryption-key");
    }

    @Test
    void aKeyOfAnotherLengthIsRefusedWithoutBeingQuoted() {
        assertThatThrownBy(() -> new SecretVault("c2hvcnQ="))
                .hasMessageContaining("must be 32 bytes in base64")
                .hasMessageNotContaining("c2hvcnQ=");
    }

    @Test
    void aReplacedSecretSignsBesideTheNewOneForADay() {
        Sealed first = vault.sealed("h", draft(ONE, null), null, NOW);
        Sealed second = vault.sealed("h", draft(TWO, null), first, NOW);

        assertThat(live(second, NOW.plusSeconds(86_399)))
                .containsExactly(WebhookSecret.parse(TWO), WebhookSecret.parse(ONE));
        assertThat(live(second, NOW.plusSeconds(86_400))).containsExactly(WebhookSecret.parse(TWO));
    }

    @Test
    void aThirdSecretEndsTheFirst() {
        Sealed first = vault.sealed("h", draft(ONE, null), null, NOW);
        Sealed second = vault.sealed("h", draft(TWO, null), first, NOW);

        assertThat(live(vault.sealed("h", draft(ONE, null), second, NOW), NOW))
                .containsExactly(WebhookSecret.parse(ONE), WebhookSecret.parse(TWO));
    }

    @Test
    void whatIsNotGivenAgainStays() {
        Sealed first = vault.sealed("h", draft(ONE, Map.of("X-Token", "t")), null, NOW);

        Sealed second = vault.sealed("h", draft(null, null), first, NOW);
        Sealed same = vault.sealed("h", draft(ONE, Map.of()), first, NOW);

        assertThat(second).isEqualTo(first);
        assertThat(vault.headers(webhook(second))).containsExactly(Map.entry("X-Token", "t"));
        assertThat(same.secrets()).isEqualTo(first.secrets());
        assertThat(vault.headers(webhook(same))).isEmpty();
    }

    private List<WebhookSecret> live(Sealed sealed, Instant at) {
        return vault.secrets(webhook(sealed), at);
    }

    private static WebhookDraft draft(@Nullable String secret, @Nullable Map<String, String> headers) {
        return new WebhookDraft("https://example.com/", secret, headers, List.of(), false, false);
    }

    private static WebhookRecord webhook(Sealed sealed) {
        return new WebhookRecord(
                "h",
                1,
                "tenant/default",
                new TenantId("default"),
                new WebhookRecord.Target("https://example.com/", List.of(), false, false),
                sealed,
                WebhookRecord.Health.GOOD,
                NOW);
    }
}
