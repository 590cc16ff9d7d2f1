package io.eventjobs.gateway.role;

import io.eventjobs.gateway.error.ErrorWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoleProperties.class)
class RoleConfiguration {
    @Bean
    @ConditionalOnRole(value = GatewayRole.HTTP, missing = true)
    ManagementOnlyFilter managementOnly(ErrorWriter errors) {
        return new ManagementOnlyFilter(errors);
    }
}
