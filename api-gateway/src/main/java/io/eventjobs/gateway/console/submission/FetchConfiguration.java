package io.eventjobs.gateway.console.submission;

import io.eventjobs.http.AllowedHosts;
import io.eventjobs.http.GuardedHttpClient;
import io.eventjobs.http.HostLimits;
import io.eventjobs.http.HostResolver;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The client that fetches schedules. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FetchProperties.class)
class FetchConfiguration {
    private static final String USER_AGENT = "EventJobs/0.1 (import)";

    @Bean
    GuardedHttpClient scheduleClient(FetchProperties properties) {
        return new GuardedHttpClient(
                new AllowedHosts(Set.copyOf(properties.allowedPrivateHosts())),
                HostLimits.DEFAULT,
                HostResolver.SYSTEM,
                USER_AGENT);
    }

    @Bean
    ScheduleFetcher scheduleFetcher(GuardedHttpClient scheduleClient, FetchProperties properties) {
        return new ScheduleFetcher(scheduleClient, properties.maxConcurrent());
    }
}
