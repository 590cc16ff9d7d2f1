package io.eventjobs.gateway.web;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Web pages that may call the API from a browser ({@code event-jobs.cors}).
 *
 * @param allowedOrigins origins such as {@code https://conf.example}, or {@code *} for all; none by default
 */
@ConfigurationProperties("event-jobs.cors")
record CorsProperties(@DefaultValue List<String> allowedOrigins) {
    CorsProperties {
        allowedOrigins.stream().filter(origin -> !isOrigin(origin)).findFirst().ifPresent(origin -> {
            throw new IllegalArgumentException(
                    "event-jobs.cors.allowed-origins: " + origin
                            + " is no origin; it must be a scheme, a host and a port if it is not the usual one, such as https://conf.example, or *");
        });
    }

    private static boolean isOrigin(String text) {
        return text.equals("*") || text.matches("https?://[A-Za-z0-9.\\-\\[\\]:]+");
    }
}
