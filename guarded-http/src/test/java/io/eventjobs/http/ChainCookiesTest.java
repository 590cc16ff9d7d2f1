package io.eventjobs.http;

import static io.eventjobs.http.EvilServer.head;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Cookies within one chain of redirects. */
class ChainCookiesTest extends FetchHarness {
    @Test
    void readsAPageThatSetsACookieAndRedirectsToItself() throws Exception {
        server.on(
                "/talk",
                (out, visit) -> out.write(
                        server.asked("/talk").contains("Cookie: session=7")
                                ? head("HTTP/1.1 200 OK", "", "the talk")
                                : head(
                                        "HTTP/1.1 302 Found",
                                        "Set-Cookie: session=7; Path=/; HttpOnly",
                                        "Location: /talk",
                                        "Content-Length: 0",
                                        "",
                                        "")));

        assertThat(fetch("/talk", SMALL).file()).hasContent("the talk");
        assertThat(server.visits("/talk")).isEqualTo(2);
        fetch("/talk", SMALL);
        assertThat(server.visits("/talk")).as("the next fetch knows no cookie").isEqualTo(4);
    }

    @Test
    void sendsCookiesWhereTheyBelongOnly() throws Exception {
        server.on(
                "/",
                "HTTP/1.1 302 Found",
                "Set-Cookie: session=7; Domain=0.0.1; Path=/",
                "Set-Cookie: mine=8; Path=/private",
                "Location: /next",
                "Content-Length: 0",
                "",
                "");
        server.on("/next", "HTTP/1.1 200 OK", "", "end");

        fetch("/", SMALL);

        assertThat(server.asked("/next")).noneMatch(header -> header.startsWith("Cookie"));
    }

    @Test
    void endsAHostThatSetsANewCookieWithEachRedirect() {
        server.on(
                "/",
                (out, visit) -> out.write(head(
                        "HTTP/1.1 302 Found",
                        "Set-Cookie: visit=" + visit,
                        "Location: /",
                        "Content-Length: 0",
                        "",
                        "")));

        assertThat(failure("/", SMALL).code()).isEqualTo(FetchCode.TOO_MANY_REDIRECTS);
        assertThat(server.visits("/")).isEqualTo(6);
    }

    @Test
    void sendsNoMoreCookiesThanAreUsual() throws Exception {
        server.on("/", (out, visit) -> {
            out.write(head("HTTP/1.1 302 Found", "Location: /next", "Content-Length: 0", ""));
            for (int i = 0; i < 150; i++) {
                out.write(head("Set-Cookie: c" + i + "=" + "x".repeat(i == 0 ? 5_000 : 10), ""));
            }
            out.write(head("", ""));
        });
        server.on("/next", "HTTP/1.1 200 OK", "", "end");

        fetch("/", SMALL);

        assertThat(server.asked("/next"))
                .filteredOn(header -> header.startsWith("Cookie"))
                .singleElement()
                .satisfies(cookies ->
                        assertThat(cookies.split(";")).hasSize(50).noneMatch(cookie -> cookie.contains("c0=")));
    }
}
