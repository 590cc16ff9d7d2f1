package io.eventjobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SvgFiguresTest {
    private static final String TEXT =
            "<p>The hall is reached by the northern stairs, and the stairs by the yard behind the old mill.</p>";

    private static String markdown(String html) {
        return TestPages.html("<main>" + TEXT + html + TEXT + "</main>").markdown();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<svg><title>Way in</title><desc>An arrow leads from the yard to the hall.</desc><path/></svg>|Way in: An arrow leads from the yard to the hall.",
                "<svg><g><text x=1>Yard</text><text>Hall</text><text>Yard</text></g></svg>|Yard, Hall",
                "<svg><title>Guests</title><text>2024</text><text>310</text></svg>|Guests (2024, 310)",
                "<figure><svg role=img aria-label=Plan><path/></svg><figcaption>From above</figcaption></figure>|Plan",
                "<div><svg role=img aria-label='Plan of the hall from above'><path/></svg></div>|Plan of the hall from above",
                "<svg><text>one * two</text><text>three</text></svg>|one \\* two, three",
            })
    void areTheirWords(String html, String words) {
        assertThat(markdown(html).lines()).contains(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg><title>Search</title><path/></svg>",
                "<svg aria-hidden=true><desc>Search the site for words</desc></svg>",
                "<a href=/plan><svg><desc>Search the site for words</desc></svg>The plan</a>",
                "<div hidden><svg><text>Search</text><text>Find</text></svg></div>",
                "<svg><text>Search</text></svg>",
            })
    void areNoIcons(String html) {
        assertThat(markdown(html)).doesNotContain("Search");
    }
}
