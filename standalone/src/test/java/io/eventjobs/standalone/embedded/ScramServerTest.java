package io.eventjobs.standalone.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What drivers do not send. */
class ScramServerTest {
    private final ScramServer server = new ScramServer(new MongoCredentials("user", "password"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "n,,",
                "n,,n=user",
                "n,,n=user,r=",
                "n,,n=other,r=x",
                "p=tls-unique,,n=user,r=x",
                ",,,,",
                "n=user,r=x"
            })
    void beginsWithNothingElseThanTheUserAndANonce(String first) {
        assertThat(server.begin(first)).isEmpty();
    }

    @Test
    void addsANonceOfItsOwn() {
        assertThat(server.begin("n,,n=user,r=x").orElseThrow().challenge())
                .matches("r=x[A-Za-z0-9+/=]{32},s=[^,]+,i=4096");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "c=biws",
                "c=biws,r=x,p=AAAA",
                "c=biws,r=%s",
                "c=biws,r=%s,p=",
                "c=biws,r=%s,p=!",
                "c=biws,r=%s,p=AAAA",
                "c=biws,r=%s,p=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
            })
    void endsWithAProofOnly(String last) {
        ScramServer.Conversation begun = server.begin("n,,n=user,r=x").orElseThrow();
        String nonce = begun.challenge().substring(2, begun.challenge().indexOf(",s="));

        assertThat(begun.finish(last.formatted(nonce))).isEmpty();
    }
}
