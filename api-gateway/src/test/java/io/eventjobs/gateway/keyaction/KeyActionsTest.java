package io.eventjobs.gateway.keyaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.key.KeyRecord;
import io.eventjobs.gateway.key.Role;
import io.eventjobs.gateway.mongo.KeyRecords;
import io.eventjobs.model.job.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;

class KeyActionsTest {
    private static final KeyRecord.Grant GRANT =
            new KeyRecord.Grant(new TenantId("acme"), Role.SUBMITTER, "Acme's importer");

    private final GatewayHarness gateway = GatewayHarness.start();
    private final KeyRecords records = gateway.bean(KeyRecords.class);
    private final KeyActions actions = KeyFixtures.actions(gateway);

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aKeyIsStoredWithoutItself() {
        IssuedKey issued = actions.create(GRANT, null, Optional.empty());

        KeyRecord stored = records.find(issued.record().id()).orElseThrow();
        assertThat(stored.grant()).isEqualTo(GRANT);
        assertThat(stored.hash()).isNotEqualTo(issued.text());
        assertThat(gateway.bean(MongoTemplate.class)
                        .getCollection("keys")
                        .find()
                        .first()
                        .toJson())
                .doesNotContain(String.valueOf(issued.text()).substring(36));
    }

    @Test
    void theNewKeyLastsAsLongAsTheOldOneWasGivenFor() {
        String old = actions.create(GRANT, Jobs.NOW.plus(Duration.ofDays(30)), Optional.empty())
                .record()
                .id();
        gateway.pass(Duration.ofDays(20));

        KeyRecord fresh =
                actions.rotate(old, Duration.ofHours(1), Optional.empty()).record();

        assertThat(fresh.grant()).isEqualTo(GRANT);
        assertThat(fresh.replaces()).isEqualTo(old);
        assertThat(fresh.life().expiresAt()).isEqualTo(gateway.time().instant().plus(Duration.ofDays(30)));
        assertThat(records.find(old).orElseThrow().life().expiresAt())
                .isEqualTo(gateway.time().instant().plus(Duration.ofHours(1)));
    }

    @Test
    void anOverlapDoesNotProlongTheOldKey() {
        String old = actions.create(GRANT, Jobs.NOW.plusSeconds(60), Optional.empty())
                .record()
                .id();

        actions.rotate(old, Duration.ofDays(1), Optional.empty());

        assertThat(records.find(old).orElseThrow().life().expiresAt()).isEqualTo(Jobs.NOW.plusSeconds(60));
    }

    @Test
    void whatIsRevokedStaysRevoked() {
        String id = actions.create(GRANT, null, Optional.empty()).record().id();
        KeyRecord revoked = actions.revoke(id);
        gateway.pass(Duration.ofDays(1));

        assertThat(actions.revoke(id)).isEqualTo(revoked);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> actions.rotate(id, Duration.ofDays(1), Optional.empty()));
    }

    @Test
    void aUseIsRememberedAndChangesNothingElse() {
        KeyRecord key = actions.create(GRANT, null, Optional.empty()).record();

        records.used(key.id(), Jobs.NOW);

        KeyRecord used = records.find(key.id()).orElseThrow();
        assertThat(used.life().lastUsedAt()).isEqualTo(Jobs.NOW);
        assertThat(used.version()).isEqualTo(key.version());
        assertThat(records.tenants()).containsExactly(new TenantId("acme"));
    }
}
