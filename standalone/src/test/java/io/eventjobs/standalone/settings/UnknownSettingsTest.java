package io.eventjobs.standalone.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class UnknownSettingsTest {
    private final Map<String, Object> variables = new HashMap<>();
    private final Map<String, Object> keys = new HashMap<>();

    @ParameterizedTest
    @CsvSource({
        "EVENT_JOBS_CHAT_URI, EVENT_JOBS_CHAT_URL",
        "EVENT_JOBS_WORKER_SLOT, EVENT_JOBS_WORKER_SLOTS",
        "EVENT_JOBS_ALLOWED_PRIVATE_HOSTS, EVENT_JOBS_WORKER_ALLOWED_PRIVATE_HOSTS",
        "EVENT_JOBS_CLAIMDEADLINE, EVENT_JOBS_CLAIM_DEADLINE",
        "EVENT_JOBS_WORKER_MANAGMENT_PORT, EVENT_JOBS_WORKER_MANAGEMENT_PORT"
    })
    void aVariableWithASlipIsNamedWithTheOneThatWasMeant(String written, String meant) {
        variables.put(written, "1");

        assertThat(UnknownSettings.of(environment()))
                .containsExactly("Unknown environment variable " + written + "; did you mean " + meant + "?");
    }

    @Test
    void aVariableThatIsLikeNoOtherIsNamed() {
        variables.put("EVENT_JOBS_TURBO", "on");
        variables.put("PATH", "/bin");

        assertThat(UnknownSettings.of(environment()))
                .containsExactly("Unknown environment variable EVENT_JOBS_TURBO: there is no such setting");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EVENT_JOBS_KAFKA",
                "EVENT_JOBS_API_KEY",
                "EVENT_JOBS_CLAIM_DEADLINE",
                "EVENTJOBS_CLAIMDEADLINE",
                "EVENT_JOBS_WORKER_SLOTS",
                "EVENT_JOBS_WORKER_ALLOWED_PRIVATE_HOSTS",
                "EVENT_JOBS_WORKER_ALLOWED_PRIVATE_HOSTS_0",
                "EVENT_JOBS_HOSTS_RULES_0_MAX_CONCURRENT",
                "EVENT_JOBS_RETRY_INITIAL_DELAY",
                "EVENT_JOBS_S3_SECRET_KEY",
                "EVENT_JOBS_WORKER_PARSER_MAX_HEAP"
            })
    void aVariableOfAnyProgramOfOursIsKnown(String variable) {
        variables.put(variable, "1");

        assertThat(UnknownSettings.of(environment())).isEmpty();
    }

    @Test
    void whatKubernetesSaysOfServicesIsNoSetting() {
        variables.put("EVENT_JOBS_GATEWAY_SERVICE_HOST", "10.0.0.1");
        variables.put("EVENT_JOBS_GATEWAY_SERVICE_PORT", "80");
        variables.put("EVENT_JOBS_GATEWAY_SERVICE_PORT_HTTP", "80");
        variables.put("EVENT_JOBS_GATEWAY_PORT", "tcp://10.0.0.1:80");
        variables.put("EVENT_JOBS_GATEWAY_PORT_80_TCP_ADDR", "10.0.0.1");

        assertThat(UnknownSettings.of(environment())).isEmpty();
    }

    @Test
    void aKeyOfAFileIsNamed() {
        keys.put("event-jobs.worker.slot", 4);
        keys.put("event-jobs.hosts.rules[0].host", "conf.example");
        keys.put("event-jobs.lease", "30s");
        keys.put("event-jobs.terminal", "true");
        keys.put("spring.unknown", "x");

        assertThat(UnknownSettings.of(environment()))
                .containsExactly("Unknown setting event-jobs.worker.slot; did you mean event-jobs.worker.slots?");
    }

    private StandardEnvironment environment() {
        StandardEnvironment environment = new StandardEnvironment() {
            @Override
            public Map<String, Object> getSystemEnvironment() {
                return variables;
            }
        };
        environment.getPropertySources().addFirst(new MapPropertySource("a file", keys));
        return environment;
    }
}
