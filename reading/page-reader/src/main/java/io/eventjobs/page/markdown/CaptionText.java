package io.eventjobs.page.markdown;

import io.eventjobs.page.dom.BoundedSearch;
import io.eventjobs.page.dom.VisibleText;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Which parts of captions are no caption: credits, as they are left out elsewhere, and what an earlier caption says too. */
final class CaptionText {
    private static final int MAX_LENGTH = 1_000;
    private static final int MAX_CREDIT_LENGTH = 120;
    private static final int MIN_REPEATED_LENGTH = 20;
    private static final int FARTHEST = 5;
    private static final int NEAR = 3;
    /** A box with one of these is around a figure, or holds more than a caption. */
    private static final Set<String> HELD = Set.of("img", "figcaption", "video", "iframe", "table", "pre", "ul", "ol");

    private static final List<String> CAPTION_NAMES = List.of("caption", "cutline");
    private static final List<String> CREDIT_NAMES = List.of("credit", "copyright", "photographer", "attribution");
    private static final Pattern CREDIT = Pattern.compile(
            "\\W{0,3}(?:©|file photo|(?:photos?|images?|pictures?|foto|bild|crédit|crédito|credits?|source|quelle|courtesy)"
                    + "(?: credits?| by| courtesy| of)*+ ?[:/©]|courtesy of|photo by|photograph by).*",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern TOGGLE_WORD =
            Pattern.compile("(?<!\\s)\\s++(?:less|more|mehr|weniger)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ELLIPSIS = Pattern.compile("\\s?(?:\\.\\.\\.|…)$");
    private static final int MAX_COMPARED = 50;

    private final Set<String> written = new LinkedHashSet<>();
    private final Map<String, Element> parts = new HashMap<>();

    /** Whether an element is left out: a caption, or a part of one. */
    boolean isLeftOut(Element element) {
        if (isCaption(element) && !isInCaption(element)) {
            String text = VisibleText.of(element, MAX_LENGTH);
            return isCredit(text) || isRepeated(text);
        }
        if (isToggle(element)) {
            return isInCaption(element);
        }
        if (isNamed(element, CAPTION_NAMES) && isInCaption(element)) {
            String part = caption(VisibleText.of(element, MAX_LENGTH));
            return isShortened(part) || isCopy(element, part);
        }
        boolean isNamed = element.normalName().equals("cite") || isNamed(element, CREDIT_NAMES);
        return isNamed
                && isInCaption(element)
                && VisibleText.of(element, MAX_LENGTH).length() <= MAX_CREDIT_LENGTH;
    }

    /** A caption that was written before, or a shortened copy of one. */
    private boolean isRepeated(String text) {
        String caption = caption(text);
        boolean isComparable = caption.length() >= MIN_REPEATED_LENGTH && text.length() < MAX_LENGTH;
        return isComparable && (isShortened(caption) || !written.add(caption));
    }

    /** Whether the caption ends with dots and one that was written goes on: a click would show that in its place. */
    private boolean isShortened(String caption) {
        String start = ELLIPSIS.matcher(caption).replaceFirst("");
        return start.length() < caption.length()
                && start.length() >= MIN_REPEATED_LENGTH
                && written.stream().limit(MAX_COMPARED).anyMatch(before -> before.startsWith(start));
    }

    /** Whether a part of a caption beside this one has the same text; the parts that this one is in have it, too. */
    private boolean isCopy(Element element, String text) {
        Element earlier = parts.putIfAbsent(text, element);
        return earlier != null
                && text.length() >= MIN_REPEATED_LENGTH
                && text.length() < MAX_LENGTH
                && earlier.parent() == element.parent();
    }

    private static String caption(String text) {
        return TOGGLE_WORD.matcher(text).replaceFirst("");
    }

    /** A link that leads nowhere: it shows or hides the rest of a caption. */
    private static boolean isToggle(Element element) {
        return element.normalName().equals("a")
                && !element.hasAttr("href")
                && TOGGLE_WORD.matcher(" " + VisibleText.of(element, 10)).matches();
    }

    private static boolean isCaption(Element element) {
        boolean isNamed =
                element.normalName().equals("figcaption") || isNamed(element, CAPTION_NAMES) && isBesideImage(element);
        return isNamed
                && BoundedSearch.first(element, each -> each != element && HELD.contains(each.normalName())) == null;
    }

    private static boolean isBesideImage(Element element) {
        Element at = element.parent();
        for (int up = 0; up < NEAR && at != null; up++) {
            if (BoundedSearch.first(at, each -> each.normalName().equals("img")) != null) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    private static boolean isNamed(Element element, List<String> words) {
        if (element.attributesSize() == 0) {
            return false;
        }
        String names = (element.className() + " " + element.attr("itemprop")).toLowerCase(Locale.ROOT);
        return words.stream().anyMatch(names::contains);
    }

    private static boolean isInCaption(Element element) {
        Element at = element.parent();
        for (int up = 0; up < FARTHEST && at != null; up++) {
            if (isCaption(at)) {
                return true;
            }
            at = at.parent();
        }
        return false;
    }

    private static boolean isCredit(String text) {
        return text.length() <= MAX_CREDIT_LENGTH && CREDIT.matcher(text).matches();
    }
}
