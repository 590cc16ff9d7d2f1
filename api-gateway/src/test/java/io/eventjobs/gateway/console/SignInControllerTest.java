package io.eventjobs.gateway.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.eventjobs.gateway.security.ApiKeys;
import jakarta.servlet.http.Cookie;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInControllerTest {
    private final ConsolePages pages = ConsolePages.of(new SignInController(ApiKeys.sessions(ApiKeys.KEY)));

    @Test
    void sendsWhoeverHasNoSessionToTheSignInAndBack() {
        ConsolePages.Page refused = pages.perform(get("/batches?status=failed").accept("text/html"));

        assertThat(refused.status()).isEqualTo(303);
        assertThat(refused.header("Location")).startsWith("/login?next=%2Fbatches");
    }

    @Test
    void tellsAFragmentWithoutASessionToGoToTheSignIn() {
        ConsolePages.Page refused = pages.perform(get("/overview/live").header("HX-Request", "true"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("HX-Redirect")).isEqualTo("/login");
    }

    @Test
    void keepsTheEnvelopeForProgramsWithoutAKey() {
        ConsolePages.Page refused = pages.perform(get("/api/event-job/jobs").accept("text/html"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.html()).contains("\"code\":\"UNAUTHORIZED\"");
    }

    @Test
    void signsInWithTheKey() {
        ConsolePages.Page signedIn = signIn(ApiKeys.KEY, "/batches");

        assertThat(signedIn.status()).isEqualTo(303);
        assertThat(signedIn.header("Location")).isEqualTo("/batches");
        assertThat(session(signedIn))
                .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200")
                .doesNotContain("Secure");
    }

    @Test
    void sendsTheSessionOverHttpsOnlyWhereThereIsHttps() {
        Form form = form();

        ConsolePages.Page signedIn = pages.perform(post("/login")
                .secure(true)
                .cookie(form.cookie)
                .param("form_token", form.token)
                .param("key", ApiKeys.KEY));

        assertThat(session(signedIn)).contains("Secure");
    }

    @Test
    void refusesAnotherKeyAndSaysSo() {
        ConsolePages.Page refused = signIn("wrong", "/");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.text("[role=alert]")).isEqualTo("This is not an API key of this gateway.");
        assertThat(refused.response().getHeaders("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("event-jobs-session"));
        assertThat(refused.html()).doesNotContain("wrong\"");
    }

    @Test
    void refusesAFormThatItDidNotMake() {
        ConsolePages.Page refused = pages.perform(post("/login").param("key", ApiKeys.KEY));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().getHeaders("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("event-jobs-session"));
    }

    @Test
    void leavesThisSiteForNobody() {
        assertThat(signIn(ApiKeys.KEY, "https://evil.test/").header("Location")).isEqualTo("/");
        assertThat(signIn(ApiKeys.KEY, "//evil.test/").header("Location")).isEqualTo("/");
    }

    @Test
    void signsOut() {
        ConsolePages.Page out = pages.send("/logout");

        assertThat(out.status()).isEqualTo(303);
        assertThat(out.header("Location")).isEqualTo("/login");
        assertThat(session(out)).contains("Max-Age=0");
    }

    @Test
    void nobodyElseSignsAPersonOut() {
        assertThat(pages.sendForged("/logout").status()).isEqualTo(403);
    }

    @Test
    void aPageLoadsNothingFromElsewhereAndRunsNoScriptInIt() {
        ConsolePages.Page page = pages.perform(get("/login").accept("text/html"));

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'self'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(page.document().select("script:not([src]), style, [style], [onclick]"))
                .isEmpty();
    }

    @Test
    void aPageThatDoesNotExistIsAPage() {
        ConsolePages.Page page = pages.open("/nowhere");

        assertThat(page.status()).isEqualTo(404);
        assertThat(page.text("h1")).isEqualTo("This did not work");
    }

    private ConsolePages.Page signIn(String key, String next) {
        Form form = form();
        return pages.perform(post("/login")
                .accept("text/html")
                .cookie(form.cookie)
                .param("form_token", form.token)
                .param("key", key)
                .param("next", next));
    }

    private Form form() {
        ConsolePages.Page page = pages.perform(get("/login").accept("text/html"));
        Cookie cookie = page.response().getCookie("event-jobs-sign-in");
        return new Form(
                new Cookie("event-jobs-sign-in", String.valueOf(cookie == null ? "" : cookie.getValue())),
                page.document().select("[name=form_token]").val());
    }

    private static String session(ConsolePages.Page page) {
        List<String> cookies = page.response().getHeaders("Set-Cookie");
        return cookies.stream()
                .filter(cookie -> cookie.startsWith("event-jobs-session="))
                .findFirst()
                .orElse("");
    }

    private record Form(Cookie cookie, String token) {}
}
