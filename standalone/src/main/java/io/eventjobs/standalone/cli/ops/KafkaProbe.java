package io.eventjobs.standalone.cli.ops;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.ClientDnsLookup;
import org.apache.kafka.clients.ClientUtils;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.protocol.ApiKeys;

/**
 * Checks that an address belongs to Kafka before Kafka's client connects to it. The client takes the first four bytes of a response
 * for a length and allocates as much memory: with an HTTP server that is 1.2 GB, which ends the process.
 */
final class KafkaProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int CORRELATION = 1;
    private static final short NO_CLIENT_ID = -1;
    private static final int REQUEST_BYTES = 10;
    private static final int MAX_RESPONSE_BYTES = 1 << 20;

    private KafkaProbe() {}

    /**
     * Throws {@link KafkaException} if an address is invalid, or if the server there is not Kafka. If there is no response, it
     * returns: the client has its own timeouts.
     */
    static void requireKafka(String bootstrapServers) {
        List<InetSocketAddress> addresses = ClientUtils.parseAndValidateAddresses(
                List.of(bootstrapServers.split("\\s*,\\s*")), ClientDnsLookup.USE_ALL_DNS_IPS);
        for (InetSocketAddress address : addresses) {
            if (isNotKafka(address)) {
                throw new KafkaException("the server at " + address.getHostString() + ":" + address.getPort()
                        + " is not Kafka, or requires TLS, which --kafka-config can set up");
            }
        }
    }

    private static boolean isNotKafka(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            DataOutputStream request = new DataOutputStream(socket.getOutputStream());
            request.writeInt(REQUEST_BYTES);
            request.writeShort(ApiKeys.API_VERSIONS.id);
            request.writeShort(0);
            request.writeInt(CORRELATION);
            request.writeShort(NO_CLIENT_ID);
            request.flush();
            DataInputStream response = new DataInputStream(socket.getInputStream());
            int bytes = response.readInt();
            return bytes < Integer.BYTES || bytes > MAX_RESPONSE_BYTES || response.readInt() != CORRELATION;
        } catch (IOException e) {
            return false;
        }
    }
}
