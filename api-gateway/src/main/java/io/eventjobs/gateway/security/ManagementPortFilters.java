package io.eventjobs.gateway.security;

import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Asks for the key on a management port of its own ({@code management.server.port}) as well, where Spring serves metrics without any of the
 * filters of the other port. Named in {@code META-INF/spring}; it is no component, so that only the management port has it.
 */
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
public final class ManagementPortFilters {
    @Bean
    FilterRegistrationBean<ApiKeyFilter> managementKeys(ApiKeyFilter filter) {
        return new FilterRegistrationBean<>(filter);
    }

    @Bean
    FilterRegistrationBean<KnownHostsFilter> managementHosts(KnownHostsFilter filter) {
        FilterRegistrationBean<KnownHostsFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(-1);
        return registration;
    }
}
