package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Panels behind tabs, each with the label that says what it is about. */
class TabsTest {
    private static final String TEXT =
            "<p>The first paragraph of the text is long enough, has a comma, and ends as sentences do.</p>".repeat(4);
    private static final String UNIX = "<p>Run the shell script in a terminal of yours.</p>";
    private static final String WINDOWS = "<p>Run the batch file at the command prompt.</p>";

    @Test
    void labelsPanelsThatTheirTabsControl() {
        assertThat(article(
                        "<div role=tablist><button role=tab aria-controls=u>Unix</button><button role=tab aria-controls=w>Windows</button></div>"
                                + "<div role=tabpanel id=u>" + UNIX + "</div><div role=tabpanel id=w hidden>" + WINDOWS
                                + "</div>"))
                .containsSubsequence("**Unix**", "shell script", "**Windows**", "batch file")
                .doesNotContain("**Unix**\n\n**Windows**");
    }

    @Test
    void labelsPanelsThatNameTheirTabs() {
        assertThat(article("<ul role=tablist><li role=tab id=t1>Unix</li><li role=tab id=t2>Windows</li></ul>"
                        + "<div role=tabpanel aria-labelledby=t1>" + UNIX
                        + "</div><div role=tabpanel aria-labelledby=t2>" + WINDOWS + "</div>"))
                .containsSubsequence("**Unix**", "shell script", "**Windows**", "batch file");
    }

    @Test
    void labelsPanelsThatTheirTabsLinkTo() {
        assertThat(article(
                        "<ul class='nav nav-tabs'><li><a data-bs-toggle=tab href=#u>Unix</a><li><a data-bs-toggle=tab href=#w>Windows</a></ul>"
                                + "<div class=tab-content><div class='tab-pane active' id=u>" + UNIX
                                + "</div><div class=tab-pane id=w>" + WINDOWS + "</div></div>"))
                .containsSubsequence("**Unix**", "shell script", "**Windows**", "batch file");
    }

    @Test
    void labelsNoPanelThatSaysByItselfWhatItIsAbout() {
        assertThat(article(
                        "<div role=tablist><button role=tab aria-controls=u>Unix</button><button role=tab aria-controls=w>Windows</button></div>"
                                + "<div role=tabpanel id=u><h3>Unix</h3>" + UNIX + "</div><div role=tabpanel id=w>"
                                + WINDOWS + "</div>"))
                .containsOnlyOnce("Unix")
                .contains("**Windows**");
    }

    @Test
    void labelsNothingOnAPageWithASingleTab() {
        assertThat(article("<ul><li><a data-toggle=tab href=#u>Unix</a></ul><div id=u>" + UNIX + "</div>"))
                .contains("shell script")
                .doesNotContain("**Unix**");
    }

    private static String article(String html) {
        return TestPages.html("<html><body><main><h1>Install</h1>" + TEXT + html + TEXT + "</main></body></html>")
                .markdown();
    }
}
