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
 * Asks who answers at an address before Kafka's client does. That one takes the first four bytes for a length and reserves as
 * much memory: those of an HTTP server are 1.2 GB, which ends the process.
 */
final class KafkaProbe {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);
    private static final int CORRELATION = 1;
    private static final short NO_CLIENT_ID = -1;
    private static final int REQUEST_BYTES = 10;
    private static final int MAX_ANSWER_BYTES = 1 << 20;

    private KafkaProbe() {}

    /**
     * Fails with a {@link KafkaException} if an address is none, or if something answers there that is not Kafka. Silence is
     * left to the client, which is patient.
     */
    static void requireKafka(String bootstrapServers) {
        List<InetSocketAddress> addresses = ClientUtils.parseAndValidateAddresses(
                List.of(bootstrapServers.split("\\s*,\\s*")), ClientDnsLookup.USE_ALL_DNS_IPS);
        for (InetSocketAddress address : addresses) {
            if (isSomethingElse(address)) {
                throw new KafkaException("what answers at " + address.getHostString() + ":" + address.getPort()
                        + " is not Kafka, or it wants TLS, which this command does not speak");
            }
        }
    }

    private static boolean isSomethingElse(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, (int) TIMEOUT.toMillis());
            socket.setSoTimeout((int) TIMEOUT.toMillis());
            DataOutputStream question = new DataOutputStream(socket.getOutputStream());
            question.writeInt(REQUEST_BYTES);
            question.writeShort(ApiKeys.API_VERSIONS.id);
            question.writeShort(0);
            question.writeInt(CORRELATION);
            question.writeShort(NO_CLIENT_ID);
            question.flush();
            DataInputStream answer = new DataInputStream(socket.getInputStream());
            int bytes = answer.readInt();
            return bytes < Integer.BYTES || bytes > MAX_ANSWER_BYTES || answer.readInt() != CORRELATION;
        } catch (IOException e) {
            return false;
        }
    }
}
