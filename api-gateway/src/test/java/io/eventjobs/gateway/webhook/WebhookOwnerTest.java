package io.eventjobs.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.event.ReceivedEvent;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class WebhookOwnerTest {
    @Test
    void onlyTheTenantOfAnEventHearsOfIt() {
        assertThat(WebhookOwner.of(event("job.completed", "job-1", Map.of("tenant", "acme"))))
                .containsExactly("tenant/acme", "batch/acme/batch-1", "job/job-1");
    }

    @Test
    void anEventThatNamesNoTenantBelongsToTheFirst() {
        assertThat(WebhookOwner.of(event("batch.completed", "batch-1", Map.of())))
                .containsExactly("tenant/default", "batch/default/batch-1");
    }

    @Test
    void aDeletedBatchIsThatOfItsTenant() {
        assertThat(WebhookOwner.deleted(event("batch.deleted", "batch-1", Map.of("tenant", "acme"))))
                .contains("batch/acme/batch-1");
    }

    private static ReceivedEvent event(String type, String subject, Map<String, String> more) {
        ObjectNode data = JsonNodeFactory.instance.objectNode().put("batch_id", "batch-1");
        return new ReceivedEvent("1", "/event-jobs", type, subject, 1, Instant.EPOCH, more, data);
    }
}
