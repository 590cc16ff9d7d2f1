package io.eventjobs.gateway.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostNameTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a/b, example.org",
        "HTTP://EXAMPLE.org:8080/a, example.org",
        "https://example.org., example.org",
        "https://user:secret@example.org/, example.org",
        "https://example.org@evil.example/, evil.example",
        "https://example.org?a=https://other.example/, example.org",
        "https://bücher.example/x, xn--bcher-kva.example",
        "http://[2001:DB8::1]:80/, [2001:db8::1]",
        "http://127.0.0.1:5001, 127.0.0.1"
    })
    void oneHostIsOneKeyHoweverItIsWritten(String address, String host) {
        assertThat(HostName.of(address)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upload:upload-1/a.pdf", "ftp://example.org/", "https://", ""})
    void whatIsNoAddressOfTheWebHasNone(String address) {
        assertThat(HostName.of(address)).isNull();
    }
}
