package io.eventjobs.standalone.embedded;

import java.net.URI;

/**
 * How clients reach the embedded servers.
 *
 * @param kafkaBootstrapServers hosts and ports, separated by commas
 * @param mongodbUri connection string with a database name
 * @param s3Endpoint scheme, host and port of the S3 server
 * @param s3Keys credentials of the S3 server
 */
public record ServerAddresses(String kafkaBootstrapServers, String mongodbUri, URI s3Endpoint, S3Keys s3Keys) {}
