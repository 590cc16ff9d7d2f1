package io.eventjobs.page.markdown;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;

/** The language that a block of code is marked with. */
final class CodeLanguage {
    private static final List<String> PREFIXES = List.of(
            "language-",
            "lang-",
            "highlight-source-",
            "highlight-text-",
            "sourcecode-",
            "brush-",
            "src-",
            "highlight-");
    private static final Set<String> NO_LANGUAGES =
            Set.of("default", "none", "auto", "plain", "source", "text-wrapper");

    private CodeLanguage() {}

    /** As declared on the block, on the code inside it, or on the box around it; empty if it is not. */
    static String of(Element pre) {
        Element inner = pre.childrenSize() > 0 ? pre.child(0) : pre;
        Element outer = pre.parent() == null ? pre : pre.parent();
        Element box = outer.parent() == null ? outer : outer.parent();
        for (Element element : List.of(pre, inner, outer, box)) {
            String language = named(element);
            if (!language.isEmpty()) {
                return language;
            }
        }
        return "";
    }

    private static String named(Element element) {
        for (String attribute : List.of("data-lang", "data-language", "data-code-language")) {
            if (isLanguage(element.attr(attribute).strip())) {
                return element.attr(attribute).strip().toLowerCase(Locale.ROOT);
            }
        }
        String names = element.className()
                .toLowerCase(Locale.ROOT)
                .replace("brush: ", "brush-")
                .replace("brush:", "brush-");
        for (String name : names.split("[\\s;]+")) {
            for (String prefix : PREFIXES) {
                if (name.startsWith(prefix) && isLanguage(name.substring(prefix.length()))) {
                    return name.substring(prefix.length());
                }
            }
        }
        return "";
    }

    private static boolean isLanguage(String name) {
        return !name.isEmpty()
                && !NO_LANGUAGES.contains(name)
                && name.length() <= 20
                && name.chars().allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "+#-_.".indexOf(c) >= 0));
    }
}
