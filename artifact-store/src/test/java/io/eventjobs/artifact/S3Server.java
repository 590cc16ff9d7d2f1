package io.eventjobs.artifact;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server over a folder, on loopback, that checks keys. */
final class S3Server implements AutoCloseable {
    private static final String ACCESS_KEY = "test-access";
    private static final String SECRET_KEY = "test-secret";

    private final S3Proxy server;

    private S3Server(S3Proxy server) {
        this.server = server;
    }

    static S3Server over(Path folder) throws Exception {
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toAbsolutePath().toString()))
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, ACCESS_KEY, SECRET_KEY)
                .ignoreUnknownHeaders(true)
                .metricsEnabled(false)
                .jettyMaxThreads(32)
                .build();
        server.start();
        return new S3Server(server);
    }

    StoreSettings settings(String bucket) {
        return settings(bucket, SECRET_KEY);
    }

    StoreSettings settings(String bucket, String secretKey) {
        URI endpoint = URI.create("http://127.0.0.1:" + server.getPort());
        return new StoreSettings(endpoint, ACCESS_KEY, secretKey, bucket, "us-east-1");
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the server did not stop", e);
        }
    }
}
