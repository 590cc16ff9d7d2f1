package io.eventjobs.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressParserTest {
    private final AddressParser parser = new AddressParser(AllowedHosts.NONE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "//example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "mailto:a@example.org",
                "javascript:alert(1)",
                "http://",
                "http:///path",
                "http://user@example.org/",
                "http://user:secret@example.org/",
                "http://user@exam_ple.org/",
                "http://127.0.0.1:6666\\@1.1.1.1/",
                "http://example.org\\.evil.org/",
                "http://exa\u0000mple.org/",
                "http://example.org/\r\nHost: evil",
                "http://0x7f000001/",
                "http://2130706433/",
                "http://0177.1/",
                "http://127.1/",
                "http://127.1./",
                "http://127.0.0.01/",
                "http://0x7f.0.0.1/",
                "http://example.org:0/",
                "http://example.org:65536/",
                "http://example.org:9999999999/",
                "http://exam%70le.org/",
                "http://exa mple.org/",
                "http://[::1/",
                "http://-a.example/"
            })
    void refusesAnythingButAPlainWebAddress(String address) {
        assertThat(refused(parser, address)).isEqualTo(FetchCode.INVALID_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost/",
                "http://LOCALHOST./",
                "http://a.localhost/",
                "http://printer.local/",
                "http://metadata.google.internal/",
                "http://metadata.google.internal./",
                "http://mongodb.default.svc/",
                "http://router.home.arpa/",
                "http://example.org:22/",
                "https://example.org:8443/",
                "http://exam_ple.org:6379/",
                "http://b\u00fccher.example:6379/"
            })
    void blocksInternalNamesAndUnusualPorts(String address) {
        assertThat(refused(parser, address)).isEqualTo(FetchCode.ADDRESS_BLOCKED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://example.org,http://example.org/",
        "HTTP://EXAMPLE.org/A?b=C#d,http://example.org/A?b=C",
        "'  https://example.org/  ',https://example.org/",
        "http://example.org:80/,http://example.org:80/",
        "http://example.org:/,http://example.org/",
        "https://example.org/a b/\u00fc?q=<x>,https://example.org/a%20b/%C3%BC?q=%3Cx%3E",
        "http://b\u00fccher.example/,http://xn--bcher-kva.example/",
        "http://exam_ple.org/a,http://exam_ple.org/a",
        "'http://[2600::1]/',http://[2600::1]/",
        "http://8.8.8.8/,http://8.8.8.8/"
    })
    void normalizesAnAddressUnambiguously(String address, URI read) throws FetchException {
        assertThat(parser.parse(address)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource({
        "c,https://example.org/a/c",
        "/c,https://example.org/c",
        "../c,https://example.org/c",
        "?c=d,https://example.org/a/b?c=d",
        "//other.example/c,https://other.example/c",
        "https://other.example/c#e,https://other.example/c"
    })
    void followsARelativeLocation(String location, URI next) throws FetchException {
        assertThat(parser.resolve(URI.create("https://example.org/a/b?x=y"), location))
                .isEqualTo(next);
    }

    @Test
    void refusesToFollowFromHttpsToHttp() {
        FetchException refused = catchThrowableOfType(
                FetchException.class, () -> parser.resolve(URI.create("https://example.org/"), "http://example.org/"));

        assertThat(refused.failure().code()).isEqualTo(FetchCode.INVALID_ADDRESS);
    }

    @Test
    void letsAHostAllowedByNameUseAnyPort() throws FetchException {
        AddressParser lenient = new AddressParser(new AllowedHosts(Set.of("LocalHost", "::1", "127.0.0.1")));

        assertThat(lenient.parse("http://localhost:5001/x")).isEqualTo(URI.create("http://localhost:5001/x"));
        assertThat(lenient.parse("http://[::1]:5001/x")).isEqualTo(URI.create("http://[::1]:5001/x"));
        assertThat(refused(lenient, "http://127.0.0.2:5001/")).isEqualTo(FetchCode.ADDRESS_BLOCKED);
    }

    @Test
    void refusesHostsAndAddressesWithoutEnd() {
        assertThat(refused(parser, "http://" + "a.".repeat(1_900) + "org/")).isEqualTo(FetchCode.INVALID_ADDRESS);
        assertThat(refused(parser, "http://example.org/" + "a".repeat(5_000))).isEqualTo(FetchCode.INVALID_ADDRESS);
    }

    private static FetchCode refused(AddressParser parser, String address) {
        return catchThrowableOfType(FetchException.class, () -> parser.parse(address))
                .failure()
                .code();
    }
}
