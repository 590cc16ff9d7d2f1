package io.eventjobs.gateway.console.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.console.ConsolePages;
import io.eventjobs.gateway.console.ConsolePages.Page;
import io.eventjobs.gateway.keyaction.KeyFixtures;
import io.eventjobs.gateway.mongo.KeyRecords;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class KeysPageTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final ConsolePages pages = ConsolePages.of(new KeysController(
            KeyFixtures.actions(gateway),
            gateway.bean(KeyRecords.class),
            KeyFixtures.requests(gateway),
            gateway.time()));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aNewKeyIsShownOnce() {
        Page made = pages.send("/keys", "tenant", "acme", "role", "viewer", "name", "<b>Importer</b>");

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text(".issued")).startsWith("ej_");
        Page later = pages.open("/keys");
        assertThat(later.text(".issued")).isEmpty();
        assertThat(later.html()).doesNotContain(made.text(".issued"));
        assertThat(later.text(".rows strong")).isEqualTo("<b>Importer</b>");
        assertThat(later.text(".rows li")).contains("acme, viewer", "active", "never used");
    }

    @Test
    void whatIsWrongIsSaidAboveTheForm() {
        Page refused = pages.send("/keys", "role", "viewer", "expires_on", "2001-01-01");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("[role=alert]")).contains("tenant: is required");
        assertThat(pages.open("/keys").text("main")).contains("There is none yet.");
    }

    @Test
    void aRotatedKeyExpiresAndARevokedOneIsOver() {
        pages.send("/keys", "tenant", "acme", "role", "viewer");
        String id = pages.open("/keys").text(".rows code");

        assertThat(pages.send("/keys/" + id + "/rotate").text(".issued")).startsWith("ej_");
        assertThat(pages.open("/keys").document().select(".rows li")).hasSize(2);

        pages.send("/keys/" + id + "/revoke");
        assertThat(pages.open("/keys").text(".rows .badge")).contains("revoked", "active");
    }

    @Test
    void nobodyMakesAKeyFromAnotherSite() {
        assertThat(pages.sendForged("/keys", "tenant", "acme", "role", "operator")
                        .status())
                .isEqualTo(403);
        assertThat(pages.open("/keys").text("main")).contains("There is none yet.");
    }
}
