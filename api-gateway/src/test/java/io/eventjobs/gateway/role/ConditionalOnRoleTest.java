package io.eventjobs.gateway.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

class ConditionalOnRoleTest {
    private final ApplicationContextRunner start = new ApplicationContextRunner().withUserConfiguration(Beans.class);

    @Test
    void aGatewayHasBothRolesUnlessConfiguredOtherwise() {
        start.run(context ->
                assertThat(context).hasBean("serving").hasBean("controlling").doesNotHaveBean("notControlling"));
    }

    @Test
    void aGatewayThatOnlyServesControlsNothing() {
        start.withPropertyValues("event-jobs.roles=http").run(context -> assertThat(context)
                .hasBean("serving")
                .doesNotHaveBean("controlling")
                .hasBean("notControlling"));
    }

    @Test
    void aGatewayThatOnlyControlsServesNothing() {
        start.withPropertyValues("event-jobs.roles=control").run(context -> assertThat(context)
                .doesNotHaveBean("serving")
                .hasBean("controlling")
                .doesNotHaveBean("notControlling"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "http,worker"})
    void theStartFailsOnAnythingElse(String roles) {
        start.withPropertyValues("event-jobs.roles=" + roles)
                .run(context -> assertThat(context).getFailure().hasStackTraceContaining("event-jobs.roles"));
    }

    @Configuration
    @EnableConfigurationProperties(RoleProperties.class)
    static class Beans {
        @Bean
        @ConditionalOnRole(GatewayRole.HTTP)
        String serving() {
            return "serving";
        }

        @Bean
        @ConditionalOnRole(GatewayRole.CONTROL)
        String controlling() {
            return "controlling";
        }

        @Bean
        @ConditionalOnRole(value = GatewayRole.CONTROL, missing = true)
        String notControlling() {
            return "not controlling";
        }
    }
}
