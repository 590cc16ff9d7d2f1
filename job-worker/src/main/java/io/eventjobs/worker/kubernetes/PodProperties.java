package io.eventjobs.worker.kubernetes;

import java.net.URI;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The worker's own pod ({@code event-jobs.worker.pod.*}), if its deletion cost shall be kept.
 *
 * @param name of the pod; without one, nothing is done
 * @param namespace of the pod
 * @param apiServer of the cluster
 * @param serviceAccount folder with {@code token} and {@code ca.crt}
 */
@ConfigurationProperties("event-jobs.worker.pod")
record PodProperties(
        @DefaultValue("") String name,
        @DefaultValue("default") String namespace,
        @DefaultValue("https://kubernetes.default.svc") URI apiServer,
        @DefaultValue("/var/run/secrets/kubernetes.io/serviceaccount") Path serviceAccount) {}
