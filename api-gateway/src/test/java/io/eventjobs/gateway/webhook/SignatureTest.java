package io.eventjobs.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final WebhookSecret SECRET = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    /** The example of the specification. */
    @Test
    void signsAsTheSpecificationShows() {
        String signature = Signature.of(
                List.of(SECRET),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                1_614_265_330L,
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEverySecretThatIsValid() {
        WebhookSecret other = WebhookSecret.parse("whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo=");

        String signature = Signature.of(List.of(other, SECRET), "msg_1", 1, new byte[0]);

        assertThat(signature.split(" "))
                .hasSize(2)
                .allMatch(part -> part.startsWith("v1,"))
                .endsWith(Signature.of(List.of(SECRET), "msg_1", 1, new byte[0]));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "whsec_", "whsec_c2hvcnQ=", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "whsec_%%%%"})
    void refusesWhatIsNoSecretWithoutQuotingIt(String text) {
        assertThat(WebhookSecret.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> WebhookSecret.parse(text)).hasMessage("must be whsec_ and 24 to 64 bytes in base64");
    }

    @Test
    void aSecretIsNeverPrinted() {
        assertThat(SECRET).hasToString("whsec_***");
    }
}
