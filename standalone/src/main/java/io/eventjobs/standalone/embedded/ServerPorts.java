package io.eventjobs.standalone.embedded;

/**
 * The ports that the embedded servers listen on; 0 for any free port.
 *
 * @param kafka port of the first broker
 * @param mongodb port of the MongoDB-compatible server
 * @param s3 port of the S3 server
 */
public record ServerPorts(int kafka, int mongodb, int s3) {
    public static final ServerPorts ANY = new ServerPorts(0, 0, 0);
}
