package io.eventjobs.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TracingSetupTest {
    @Test
    void tracingIsOffUnlessTheEnvironmentSaysWhereTracesGo() {
        assertThat(TracingSetup.isWanted(Map.of())).isFalse();
        assertThat(TracingSetup.isWanted(Map.of("OTEL_SERVICE_NAME", "jobs"))).isFalse();
        assertThat(TracingSetup.isWanted(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", " ")))
                .isFalse();
        assertThat(TracingSetup.isWanted(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318")))
                .isTrue();
        assertThat(TracingSetup.isWanted(
                        Map.of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "http://collector:4318/v1/traces")))
                .isTrue();
        assertThat(TracingSetup.isWanted(Map.of("OTEL_TRACES_EXPORTER", "otlp")))
                .isTrue();
    }

    @Test
    void whoSwitchesItOffIsObeyed() {
        Map<String, String> endpoint = Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318");

        assertThat(TracingSetup.isWanted(with(endpoint, "OTEL_SDK_DISABLED", "true")))
                .isFalse();
        assertThat(TracingSetup.isWanted(with(endpoint, "OTEL_TRACES_EXPORTER", "none")))
                .isFalse();
    }

    private static Map<String, String> with(Map<String, String> variables, String name, String value) {
        Map<String, String> all = new HashMap<>(variables);
        all.put(name, value);
        return all;
    }
}
