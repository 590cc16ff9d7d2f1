package io.eventjobs.gateway.web;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/**
 * Cross-origin requests as in the Fetch Standard, for the origins of the configuration. It comes before the check of the key, since
 * browsers send preflight requests without one. Cookies are never allowed: callers send a key.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CorsProperties.class)
class CorsFilterConfiguration {
    private static final int BEFORE_THE_KEY = 15;

    @Bean
    FilterRegistrationBean<CorsFilter> crossOriginRequests(CorsProperties properties) {
        FilterRegistrationBean<CorsFilter> filter = new FilterRegistrationBean<>(filter(properties));
        filter.setOrder(BEFORE_THE_KEY);
        filter.setEnabled(!properties.allowedOrigins().isEmpty());
        return filter;
    }

    static CorsFilter filter(CorsProperties properties) {
        CorsConfiguration rules = new CorsConfiguration();
        rules.setAllowedOrigins(properties.allowedOrigins());
        rules.setAllowedMethods(List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"));
        rules.setAllowedHeaders(List.of(
                "X-API-Key",
                "Authorization",
                "Content-Type",
                "Content-Encoding",
                "Idempotency-Key",
                "If-None-Match",
                "If-Range",
                "Range",
                "Last-Event-ID"));
        rules.setExposedHeaders(
                List.of("Location", "ETag", "Content-Disposition", "Content-Range", "Accept-Ranges", "Retry-After"));
        rules.setMaxAge(Duration.ofHours(1));
        UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
        everywhere.registerCorsConfiguration("/**", rules);
        return new CorsFilter(everywhere);
    }
}
