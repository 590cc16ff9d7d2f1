package io.eventjobs.standalone.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's side of SCRAM-SHA-256 (RFC 5802, RFC 7677) for one user, without channel binding. Keeps no password, only what is derived
 * from it. Thread-safe; a conversation belongs to one connection.
 */
final class ScramServer {
    /** The least that drivers accept; the password is random and long. */
    private static final int ITERATIONS = 4_096;

    private static final int NONCE_BYTES = 24;
    private static final String HMAC = "HmacSHA256";
    private static final String NO_CHANNEL_BINDING = "n,,";

    private final String user;
    private final byte[] salt = random(16);
    private final byte[] storedKey;
    private final byte[] serverKey;

    ScramServer(MongoCredentials credentials) {
        this.user = credentials.user();
        try {
            byte[] salted = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(
                            new PBEKeySpec(credentials.password().toCharArray(), salt, ITERATIONS, salt.length * 16))
                    .getEncoded();
            this.storedKey = MessageDigest.getInstance("SHA-256").digest(hmac(salted, "Client Key"));
            this.serverKey = hmac(salted, "Server Key");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Answers the client's first message; empty if it is no such message, or of another user. */
    Optional<Conversation> begin(String first) {
        if (!first.startsWith(NO_CHANNEL_BINDING)) {
            return Optional.empty();
        }
        String bare = first.substring(NO_CHANNEL_BINDING.length());
        Map<String, String> fields = fields(bare);
        String nonce = fields.get("r");
        if (!user.equals(fields.get("n")) || nonce == null || nonce.isEmpty()) {
            return Optional.empty();
        }
        String both = nonce + base64(random(NONCE_BYTES));
        return Optional.of(new Conversation(both, bare, "r=" + both + ",s=" + base64(salt) + ",i=" + ITERATIONS));
    }

    private static Map<String, String> fields(String message) {
        return Stream.of(message.split(","))
                .filter(field -> field.length() > 1 && field.charAt(1) == '=')
                .collect(Collectors.toMap(
                        field -> field.substring(0, 1), field -> field.substring(2), (one, other) -> one));
    }

    private static byte[] hmac(byte[] key, String text) throws GeneralSecurityException {
        Mac mac = Mac.getInstance(HMAC);
        mac.init(new SecretKeySpec(key, HMAC));
        return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    /** One attempt to authenticate. */
    final class Conversation {
        private final String nonce;
        private final String clientFirst;
        private final String serverFirst;

        private Conversation(String nonce, String clientFirst, String serverFirst) {
            this.nonce = nonce;
            this.clientFirst = clientFirst;
            this.serverFirst = serverFirst;
        }

        /** The answer to the client's first message. */
        String challenge() {
            return serverFirst;
        }

        /** The answer to the client's final message; empty if it does not prove that the client knows the password. */
        Optional<String> finish(String last) {
            int proofAt = last.lastIndexOf(",p=");
            if (proofAt < 0 || !nonce.equals(fields(last).get("r"))) {
                return Optional.empty();
            }
            String signed = clientFirst + "," + serverFirst + "," + last.substring(0, proofAt);
            try {
                byte[] proof = Base64.getDecoder().decode(last.substring(proofAt + 3));
                byte[] signature = hmac(storedKey, signed);
                if (proof.length != signature.length) {
                    return Optional.empty();
                }
                for (int i = 0; i < proof.length; i++) {
                    proof[i] ^= signature[i];
                }
                return MessageDigest.isEqual(
                                MessageDigest.getInstance("SHA-256").digest(proof), storedKey)
                        ? Optional.of("v=" + base64(hmac(serverKey, signed)))
                        : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
