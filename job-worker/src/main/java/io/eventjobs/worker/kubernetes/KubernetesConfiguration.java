package io.eventjobs.worker.kubernetes;

import io.eventjobs.worker.background.TaskRunner;
import io.eventjobs.worker.execution.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The deletion cost of the worker's pod, if the worker knows its pod. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PodProperties.class)
public class KubernetesConfiguration {
    @Bean
    @ConditionalOnProperty("event-jobs.worker.pod.name")
    TaskRunner podDeletionCostRunner(PodProperties properties, Slots slots) {
        return new TaskRunner("pod-deletion-cost", () -> new PodDeletionCost(client(properties), slots::busy));
    }

    private static PodClient client(PodProperties properties) {
        try {
            return PodClient.of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
