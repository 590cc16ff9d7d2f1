package io.eventjobs.standalone.embedded;

import java.net.URI;
import java.util.Map;

/**
 * How clients reach the embedded servers.
 *
 * @param kafkaBootstrapServers hosts and ports, separated by commas
 * @param kafkaSecurity further settings that clients of Kafka need, with credentials among them; empty if none are asked for
 * @param mongodbUri connection string with a database name
 * @param s3Endpoint scheme, host and port of the S3 server
 * @param s3Keys credentials of the S3 server
 */
public record ServerAddresses(
        String kafkaBootstrapServers,
        Map<String, String> kafkaSecurity,
        String mongodbUri,
        URI s3Endpoint,
        S3Keys s3Keys) {
    public ServerAddresses {
        kafkaSecurity = Map.copyOf(kafkaSecurity);
    }
}
