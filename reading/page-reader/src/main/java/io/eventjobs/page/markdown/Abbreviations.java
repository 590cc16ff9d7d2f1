package io.eventjobs.page.markdown;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** Expands abbreviations: pages show the meaning as a tooltip, the Markdown has it in parentheses after the first occurrence. */
final class Abbreviations {
    private static final int MAX_LENGTH = 20;
    private static final int MAX_MEANING_LENGTH = 120;
    private static final int MAX_ENTRIES = 500;

    private final Set<String> told = new HashSet<>();

    /** Empty if already written, if there is no title, or if the title is something other than a meaning, such as a time or a hint. */
    String meaning(Element element) {
        String title = ImageSource.line(element.attr("title"));
        if (title.isEmpty() || title.length() > MAX_MEANING_LENGTH || told.size() >= MAX_ENTRIES) {
            return "";
        }
        String word = ImageSource.line(element.text());
        boolean abbreviates = !word.isEmpty()
                && word.length() <= MAX_LENGTH
                && word.indexOf(' ') < 0
                && title.length() > word.length()
                && word.codePoints().anyMatch(Character::isLetter)
                && title.codePoints().noneMatch(Character::isDigit);
        return abbreviates && told.add(word.toLowerCase(Locale.ROOT)) ? title : "";
    }
}
