package io.eventjobs.worker.kubernetes;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Annotates the worker's pod by Kubernetes' API, with the token of its service account, which is read anew each time since it is replaced
 * regularly. Trusts only the cluster's own authority. Thread-safe.
 */
final class PodClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final String ANNOTATION = "controller.kubernetes.io/pod-deletion-cost";

    private final URI pod;
    private final Path token;
    private final HttpClient http;

    private PodClient(URI pod, Path token, HttpClient http) {
        this.pod = pod;
        this.token = token;
        this.http = http;
    }

    /** @throws IOException if the authority's certificate cannot be read */
    static PodClient of(PodProperties properties) throws IOException {
        HttpClient.Builder http = HttpClient.newBuilder().connectTimeout(TIMEOUT);
        if ("https".equals(properties.apiServer().getScheme())) {
            http.sslContext(trusting(properties.serviceAccount().resolve("ca.crt")));
        }
        URI pod = properties
                .apiServer()
                .resolve("/api/v1/namespaces/" + properties.namespace() + "/pods/" + properties.name());
        return new PodClient(pod, properties.serviceAccount().resolve("token"), http.build());
    }

    /**
     * Sets the pod's deletion cost.
     *
     * @return the status of the response
     * @throws IOException if there is no response, or no token
     */
    int setDeletionCost(int cost) throws IOException, InterruptedException {
        String patch = "{\"metadata\":{\"annotations\":{\"" + ANNOTATION + "\":\"" + cost + "\"}}}";
        HttpRequest request = HttpRequest.newBuilder(pod)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + Files.readString(token).strip())
                .header("Content-Type", "application/merge-patch+json")
                .method("PATCH", HttpRequest.BodyPublishers.ofString(patch))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private static SSLContext trusting(Path authorities) throws IOException {
        try (InputStream pem = Files.newInputStream(authorities)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                store.setCertificateEntry("authority-" + store.size(), authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("the cluster's authority cannot be used: " + e.getMessage(), e);
        }
    }
}
