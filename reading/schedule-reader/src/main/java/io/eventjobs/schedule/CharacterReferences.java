package io.eventjobs.schedule;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Character references of HTML that programs leave in plain text: {@code Q&amp;A}. */
final class CharacterReferences {
    private static final Pattern REFERENCE =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));");

    /** Those of Latin 1, from U+00A0. */
    private static final List<String> LATIN = Arrays.asList(
            ("nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3"
                            + " acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml"
                            + " Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde"
                            + " Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig"
                            + " ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide"
                            + " oslash ugrave uacute ucirc uuml yacute thorn yuml")
                    .split(" "));

    private static final Map<String, String> NAMED = new HashMap<>(Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("ndash", "–"),
            Map.entry("mdash", "—"),
            Map.entry("lsquo", "‘"),
            Map.entry("rsquo", "’"),
            Map.entry("sbquo", "‚"),
            Map.entry("ldquo", "“"),
            Map.entry("rdquo", "”"),
            Map.entry("bdquo", "„"),
            Map.entry("hellip", "…"),
            Map.entry("bull", "•"),
            Map.entry("euro", "€"),
            Map.entry("trade", "™")));

    static {
        for (int i = 0; i < LATIN.size(); i++) {
            NAMED.put(LATIN.get(i), Character.toString(0xa0 + i));
        }
    }

    private CharacterReferences() {}

    /** The text with the characters that its references stand for; unknown ones stay. */
    static String decoded(String text) {
        return text.indexOf('&') < 0
                ? text
                : REFERENCE
                        .matcher(text)
                        .replaceAll(found -> Matcher.quoteReplacement(
                                character(found.group(), found.group(1), found.group(2), found.group(3))));
    }

    private static String character(
            String written, @Nullable String decimal, @Nullable String hexadecimal, @Nullable String name) {
        if (name != null) {
            return NAMED.getOrDefault(name, written);
        }
        int code =
                decimal == null ? Integer.parseInt(Objects.requireNonNull(hexadecimal), 16) : Integer.parseInt(decimal);
        boolean isText = code >= ' ' && Character.isValidCodePoint(code) && !(code >= 0xd800 && code <= 0xdfff);
        return isText ? Character.toString(code) : written;
    }
}
