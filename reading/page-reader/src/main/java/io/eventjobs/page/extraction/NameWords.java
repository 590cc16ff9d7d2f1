package io.eventjobs.page.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads the names of an element: splits them into words and keeps those that hint at something. A word that modifies another says
 * something about that thing, not that the element is one: {@code has-ads}, {@code hide-from-toc}, {@code card--related}.
 */
final class NameWords {
    private static final int MAX_NAMES_LENGTH = 400;
    private static final String UTILITY_MARKS = ":[]()/@!%=";
    private static final Set<String> MODIFIERS = Set.of(
            "has", "with", "without", "no", "not", "non", "hide", "hides", "hidden", "show", "shows", "is", "if",
            "from", "in", "near", "after", "before", "below", "above", "under");
    /** Classes that a blog system derives from the categories of a post. */
    private static final Set<String> TAXONOMIES = Set.of("category", "tag", "status", "format", "tax", "type");

    private static final Set<String> PARTS = Set.of("item", "items", "result", "results");
    /** A header of anything else is a heading with what belongs to it. */
    private static final Set<String> PAGE_WORDS = Set.of(
            "site", "page", "main", "global", "top", "app", "web", "primary", "mobile", "desktop", "sticky", "fixed",
            "nav", "the", "home", "l", "c", "o", "js", "layout");

    private static final Set<String> CONSENT_PARTS =
            Set.of("banner", "consent", "cookie", "cookies", "dialog", "modal", "overlay", "popup");

    /** A word of a name, and what it hints at. */
    record Word(String word, Set<NameHint> hints) {}

    private final List<Word> found = new ArrayList<>();
    private final boolean isPost;

    private NameWords(boolean isPost) {
        this.isPost = isPost;
    }

    /** The words of classes, and of the names in {@code data-component}. */
    static List<Word> ofClasses(String classes, String components) {
        String names = cut(classes);
        NameWords words = new NameWords(names.contains("hentry") || names.contains("status-"));
        words.read(names, true);
        words.read(cut(components), true);
        return words.found;
    }

    static List<Word> ofId(Element element) {
        NameWords words = new NameWords(false);
        words.read(cut(element.id()), false);
        return words.found;
    }

    private static String cut(String names) {
        return names.length() > MAX_NAMES_LENGTH ? names.substring(0, MAX_NAMES_LENGTH) : names;
    }

    private void read(String names, boolean utilities) {
        int start = 0;
        for (int i = 0; i <= names.length(); i++) {
            if (i == names.length() || names.charAt(i) <= ' ') {
                if (i > start) {
                    name(names.substring(start, i), utilities);
                }
                start = i + 1;
            }
        }
    }

    private void name(String name, boolean utilities) {
        if (utilities && isUtility(name)) {
            return;
        }
        int modifier = name.indexOf("--");
        List<String> words = split(modifier > 0 ? name.substring(0, modifier) : name);
        if (words.isEmpty() || isPost && TAXONOMIES.contains(words.getFirst())) {
            return;
        }
        if (NameHint.isBody(String.join("", words))) {
            found.add(new Word(String.join("", words), Set.of(NameHint.BODY)));
        }
        boolean isPart = words.size() > 1 && PARTS.contains(words.getLast());
        for (int at = 0; at < words.size() && !MODIFIERS.contains(words.get(at)); at++) {
            if (!isPart) {
                add(words, at);
            }
        }
        if (modifier > 0) {
            split(name.substring(modifier)).forEach(word -> keepIfContent(word, NameHint.ofWord(word)));
        }
    }

    private void add(List<String> words, int at) {
        String word = words.get(at);
        if (word.equals("header") && at > 0 && !PAGE_WORDS.contains(words.get(at - 1))) {
            add(word, Set.of(NameHint.VAGUE));
        } else if (!isOtherwiseUsed(words, at)) {
            add(word, NameHint.ofWord(word));
        }
        if (at > 0) {
            add(words.get(at - 1) + word, NameHint.ofCompound(words.get(at - 1) + word));
        }
    }

    private void add(String word, Set<NameHint> hints) {
        if (!hints.isEmpty()) {
            found.add(new Word(word, hints));
        }
    }

    private void keepIfContent(String word, Set<NameHint> hints) {
        if (hints.contains(NameHint.BODY) || hints.contains(NameHint.CONTENT)) {
            found.add(new Word(word, hints));
        }
    }

    /** Words that mean something else beside others. */
    private static boolean isOtherwiseUsed(List<String> words, int at) {
        String before = at == 0 ? "" : words.get(at - 1);
        String after = at + 1 == words.size() ? "" : words.get(at + 1);
        return switch (words.get(at)) {
            case "search" -> before.equals("content") || after.startsWith("result");
            case "cmp" -> !(words.size() == 1 || CONSENT_PARTS.contains(after));
            case "views" -> at == 0 && !after.isEmpty() && !after.startsWith("count");
            default -> false;
        };
    }

    /** Classes that style an element name a size or a state, not what it is. */
    private static boolean isUtility(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (UTILITY_MARKS.indexOf(name.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Splits at separators and before capitals inside a word. */
    static List<String> split(String name) {
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= name.length(); i++) {
            char c = i == name.length() ? ' ' : name.charAt(i);
            boolean hump = i > start && c >= 'A' && c <= 'Z' && name.charAt(i - 1) >= 'a' && name.charAt(i - 1) <= 'z';
            if (hump || !isLetterOrDigit(c)) {
                if (i > start) {
                    words.add(name.substring(start, i).toLowerCase(Locale.ROOT));
                }
                start = hump ? i : i + 1;
            }
        }
        return words;
    }

    private static boolean isLetterOrDigit(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
}
