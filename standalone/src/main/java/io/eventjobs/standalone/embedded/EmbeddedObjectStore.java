package io.eventjobs.standalone.embedded;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server with a folder as its storage, in this process, on loopback. It verifies signatures. */
public final class EmbeddedObjectStore implements AutoCloseable {
    private static final int MAX_THREADS = 32;

    private final S3Proxy server;

    private EmbeddedObjectStore(S3Proxy server) {
        this.server = server;
    }

    /**
     * Starts the server, and returns when it is ready.
     *
     * @param folder for the data; created if missing; its file system must support user-defined attributes
     * @param port port to listen on, 0 for any free port
     */
    public static EmbeddedObjectStore start(Path folder, int port, String accessKey, String secretKey) {
        try {
            Files.createDirectories(folder);
            // Must be absolute: with a relative folder listings are empty, without an error.
            FilesystemNio2BlobStore store =
                    new FilesystemNio2BlobStore(folder.toAbsolutePath().toString());
            S3Proxy server = S3Proxy.builder()
                    .blobStore(store)
                    .endpoint(URI.create("http://127.0.0.1:" + port))
                    .awsAuthentication(AuthenticationType.AWS_V2_OR_V4, accessKey, secretKey)
                    .ignoreUnknownHeaders(true)
                    .metricsEnabled(false)
                    .jettyMaxThreads(MAX_THREADS)
                    .build();
            server.start();
            return new EmbeddedObjectStore(server);
        } catch (Exception e) {
            throw new EmbeddedServerException("Could not start the S3 server in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Scheme, host and port. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new EmbeddedServerException("The S3 server did not stop cleanly", e);
        }
    }
}
