package io.eventjobs.gateway.health;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Health, without its parts, stays where load balancers ask for it when Spring serves it on a management port of its own. */
@RestController
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
final class HealthController {
    private final HealthEndpoint health;
    private final HttpCodeStatusMapper statuses;

    HealthController(HealthEndpoint health, HttpCodeStatusMapper statuses) {
        this.health = health;
        this.statuses = statuses;
    }

    @GetMapping("/actuator/health")
    ResponseEntity<Map<String, String>> all() {
        return answer(health.health());
    }

    @GetMapping("/actuator/health/{group}")
    ResponseEntity<Map<String, String>> group(@PathVariable String group) {
        return answer(health.healthForPath(group));
    }

    private ResponseEntity<Map<String, String>> answer(@Nullable HealthDescriptor found) {
        if (found == null) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.status(statuses.getStatusCode(found.getStatus()))
                .header("Cache-Control", "no-store")
                .body(Map.of("status", found.getStatus().getCode()));
    }
}
