package io.eventjobs.http;

import static io.eventjobs.http.EvilServer.head;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditional requests with the validators of a stored response. */
class ConditionalRequestTest extends FetchHarness {
    private static final String MODIFIED = "Sat, 01 Feb 2025 09:30:00 GMT";

    @Test
    void sendsBothValidatorsAndKeepsTheTargetIfUnchanged() throws Exception {
        server.on("/", "HTTP/1.1 304 Not Modified", "ETag: \"1\"", "", "");
        Files.writeString(target(), "as it was");

        Optional<FetchedResource> fetched = client.fetchIfChanged(
                request(server.address("/"), SMALL),
                new Validators(URI.create(server.address("/")), "W/\"1\"", MODIFIED));

        assertThat(fetched).isEmpty();
        assertThat(target()).hasContent("as it was");
        assertThat(server.asked("/")).contains("If-None-Match: W/\"1\"", "If-Modified-Since: " + MODIFIED);
    }

    @Test
    void returnsTheNewContentInTheSameRequest() throws Exception {
        server.on("/", "HTTP/1.1 200 OK", "ETag: \"2\"", "", "new");

        FetchedResource fetched = client.fetchIfChanged(request(server.address("/"), SMALL), validators("/", "\"1\""))
                .orElseThrow();

        assertThat(fetched.file()).hasContent("new");
        assertThat(fetched.validators().etag()).isEqualTo("\"2\"");
        assertThat(server.visits("/")).isEqualTo(1);
    }

    @Test
    void sendsValidatorsOnlyToTheAddressTheyBelongTo() throws Exception {
        server.on("/short", "HTTP/1.1 302 Found", "Location: /long", "Content-Length: 0", "", "");
        server.on("/long", "HTTP/1.1 304 Not Modified", "", "");

        assertThat(client.fetchIfChanged(request(server.address("/short"), SMALL), validators("/long", "\"1\"")))
                .isEmpty();
        assertThat(server.asked("/short")).noneMatch(header -> header.startsWith("If-"));
    }

    @Test
    void asksWithoutConditionWhereTheAddressNowLeadsElsewhere() throws Exception {
        server.on("/short", "HTTP/1.1 302 Found", "Location: /other", "Content-Length: 0", "", "");
        server.on("/other", "HTTP/1.1 200 OK", "", "elsewhere");

        assertThat(client.fetchIfChanged(request(server.address("/short"), SMALL), validators("/long", "\"1\"")))
                .isPresent();
        assertThat(server.asked("/other")).noneMatch(header -> header.startsWith("If-"));
    }

    @Test
    void asksAgainWithItsConditionsAfterAPassingFailure() throws Exception {
        server.on(
                "/",
                (out, visit) -> out.write(
                        visit == 1
                                ? head("HTTP/1.1 503 Busy", "Content-Length: 0", "", "")
                                : head("HTTP/1.1 304 Not Modified", "", "")));

        assertThat(client.fetchIfChanged(request(server.address("/"), SMALL), validators("/", "\"1\"")))
                .isEmpty();
        assertThat(server.asked("/")).contains("If-None-Match: \"1\"");
    }

    @Test
    void takesNoUnchangedForAnAnswerThatItDidNotAskFor() {
        server.on("/", "HTTP/1.1 304 Not Modified", "", "");

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.HTTP_CLIENT_ERROR);
        assertThat(catchThrowableOfType(
                                FetchException.class,
                                () -> client.fetchIfChanged(
                                        request(server.address("/"), SMALL), validators("/elsewhere", "\"1\"")))
                        .failure()
                        .code())
                .isEqualTo(FetchCode.HTTP_CLIENT_ERROR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"\r\nX-More: 1", "", "\"\u2603\""})
    void dropsValidatorsThatAreInvalidHeaderValues(String etag) {
        assertThat(new Validators(URI.create("http://127.0.0.1/"), etag, null).isEmpty())
                .isTrue();
        assertThat(new Validators(URI.create("http://127.0.0.1/"), null, etag.repeat(500)).isEmpty())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    no-store                                   | false
                    no-cache, No-Store, must-revalidate        | false
                    private, max-age=0,no-store                | false
                    private, no-cache, max-age=0               | true
                    no-store-at-all                            | true
                    """)
    void reportsWhetherTheResponseMayBeStored(String cacheControl, boolean mayBeStored) throws Exception {
        server.on("/", "HTTP/1.1 200 OK", "Cache-Control: " + cacheControl, "", "hello");

        assertThat(fetch("/", SMALL).mayBeStored()).isEqualTo(mayBeStored);
    }

    private Validators validators(String path, String etag) {
        return new Validators(URI.create(server.address(path)), etag, null);
    }
}
