package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessBarriersTest {
    private static final String TEXT =
            "<p>" + "This is a sentence of a page that has a text of its own. ".repeat(15) + "</p>";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>Just a moment...</title><h1>conf.test</h1><p>Verify you are human by completing the action below.</p>|check for robots",
                "<title>Verificación</title><p>Por favor, verifica que eres humano para seguir.</p>|check for robots",
                "<title>Page not found - Conf</title><h1>Oops!</h1><p>Try the search, or go back to the start.</p>|error page",
                "<title>Konferenz</title><h1>Seite nicht gefunden</h1><p>Die Adresse ist leider veraltet.</p>|error page",
                "<title>404 - Conf</title><h1>Nothing here</h1><p>Go home.</p>|error page",
                "<title>App</title><noscript>You need to enable JavaScript to run this app.</noscript><div id=root></div>|filled by scripts",
                "<title>App</title><p>Bitte aktivieren Sie JavaScript, um diese Seite zu sehen.</p>|filled by scripts",
                "<title>Area</title><h1>Members</h1><form><input name=u><input type=password></form>|log in",
                "<title>Forum</title><p>You must be logged in to view this topic, says the forum.</p>|log in",
                "<title>News</title><div id=cmp><h2>Before you go on</h2><p>We and our partners use cookies to store and access information on a device, and to measure how our pages are read.</p><button>Accept all</button></div>|consent to cookies",
                "<title>Zeitung</title><form><p>Wir verwenden Cookies und verarbeiten personenbezogene Daten, um Ihnen Anzeigen zu zeigen. Stimmen Sie zu?</p><p>Mit Abo ohne Werbung.</p><button>Zustimmen</button></form>|consent to cookies",
                "<title>News</title><div class=cookie-banner><p>This site uses cookies to improve your experience. By going on you agree to that.</p></div><div id=root></div>|consent to cookies",
                "<title>News</title><h1>A story</h1><p>It began on a Monday.</p><div><p>Already a subscriber? Sign in here.</p></div>|for subscribers",
                "<title>News</title><h1>Die Werft</h1><p>Es begann am Montag.</p><p>Dieser Artikel ist unseren Abonnenten vorbehalten.</p>|for subscribers",
            })
    void reportsAccessBarriers(String html, String warning) {
        assertThat(TestPages.html(html).warnings())
                .anySatisfy(line -> assertThat(line).contains(warning));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<title>How we fight bots</title><h1>Verify you are human</h1>|robots",
                "<title>Page not found: a history of status 404</title><h1>Page not found</h1>|error page",
                "<title>Scripts</title><h1>Please enable JavaScript, they said</h1>|scripts",
                "<title>News</title><div id=cmp><p>We and our partners use cookies to store and access information on a device.</p><button>Accept all</button></div>|cookies",
                "<title>News</title><header>Already a subscriber? <a href=/in>Sign in</a></header>|subscribers",
                "<title>Forms</title><h1>Please log in</h1><form><input type=password></form>|log in",
            })
    void believesAPageThatHasMuchToSay(String html, String warning) {
        assertThat(TestPages.html(html + "<main>" + TEXT + "</main>").warnings())
                .noneSatisfy(line -> assertThat(line).contains(warning));
    }

    @Test
    void leavesTheBoxAboutCookiesOutOfTheText() {
        SessionPage page = TestPages.html(
                "<main>" + TEXT
                        + "</main><div class=x1><div><p>We and our partners use cookies to store and access information on a device,"
                        + " such as unique identifiers. You can change your choice at any time.</p><button>Accept all</button></div></div>");

        assertThat(page.markdown()).contains("has a text of its own").doesNotContain("partners");
        assertThat(page.warnings()).isEmpty();
    }

    @Test
    void noticesAPaywallThatThePageTellsToSearchEngines() {
        SessionPage page = TestPages.html(
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\", \"isAccessibleForFree\": \"False\"}</script><main>"
                        + TEXT + TEXT + TEXT + "</main>");

        assertThat(page.warnings()).anySatisfy(line -> assertThat(line).contains("for subscribers"));
    }
}
