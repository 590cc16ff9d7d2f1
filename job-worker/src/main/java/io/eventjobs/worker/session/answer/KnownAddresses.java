package io.eventjobs.worker.session.answer;

import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The addresses in the material: a model may repeat only these, since invented addresses could lead anywhere. */
final class KnownAddresses {
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)(?:\\b[a-z][a-z0-9+.-]{1,20}://|\\bwww\\.|\\bmailto:)[^\\s<>\"'`|\\\\^{}]+|[\\w.+-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63})+");
    private static final Pattern END = Pattern.compile("(?<![/.,;:!?)\\]*_])[/.,;:!?)\\]*_]++$");

    private final Set<String> known = new HashSet<>();

    void addAll(Collection<String> texts) {
        texts.forEach(text -> {
            Matcher addresses = ADDRESS.matcher(text);
            while (addresses.find()) {
                known.add(plain(addresses.group()));
            }
        });
    }

    /** Removes unknown addresses from the text. */
    String without(String text) {
        return ADDRESS.matcher(text)
                .replaceAll(
                        found -> known.contains(plain(found.group())) ? Matcher.quoteReplacement(found.group()) : "");
    }

    private static String plain(String address) {
        return END.matcher(address.toLowerCase(Locale.ROOT)).replaceAll("");
    }
}
