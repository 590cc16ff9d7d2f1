package io.eventjobs.worker.session.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.markdown.RelativeAddress;
import io.eventjobs.model.artifact.SafeName;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RelativeAddressTest {
    @Test
    void keepsLettersOfEveryScript() {
        assertThat(RelativeAddress.of("../../assets/Größe 大/slide_001.jpg"))
                .isEqualTo("../../assets/Größe%20大/slide_001.jpg");
    }

    @Test
    void encodesNothingThatALinkMayHave() {
        assertThat(RelativeAddress.of("assets/it's (1)+2, AT&T = *x*@y!.jpg"))
                .isEqualTo("assets/it's%20(1)+2,%20AT&T%20=%20*x*@y!.jpg");
        assertThat(RelativeAddress.of("a)/b&amp;c.md")).isEqualTo("a%29/b%26amp;c.md");
    }

    @Property
    void leadsToTheFileItWasMadeFrom(@ForAll String name) {
        String path = "assets/" + SafeName.of(name, "file") + "/x.jpg";

        String address = RelativeAddress.of(path);

        assertThat(URLDecoder.decode(address.replace("+", "%2B"), StandardCharsets.UTF_8))
                .isEqualTo(path);
        assertThat(URI.create(URI.create(address).toASCIIString()).isAbsolute()).isFalse();
    }
}
