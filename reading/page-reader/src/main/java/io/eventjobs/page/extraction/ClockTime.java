package io.eventjobs.page.extraction;

import io.eventjobs.page.dom.VisibleText;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** A time of day without a date, as in the entries of a live blog. */
final class ClockTime {
    private static final int MAX_LENGTH = 20;
    private static final Pattern TIME = Pattern.compile(
            "(?:\\w{1,3} )?[0-2]?\\d[:.h][0-5]\\d(?::[0-5]\\d)?\\s?(?:uhr|h|[ap]\\.?m\\.?)?\\s?(?:[a-z]{2,4})?:?",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> HOLDERS =
            Set.of("div", "p", "span", "time", "strong", "b", "small", "header", "dt");

    private ClockTime() {}

    static boolean is(Element element, ElementStatistics counts) {
        return counts.text > 0
                && counts.text <= MAX_LENGTH
                && HOLDERS.contains(element.normalName())
                && TIME.matcher(VisibleText.of(element, MAX_LENGTH + 1)).matches();
    }
}
