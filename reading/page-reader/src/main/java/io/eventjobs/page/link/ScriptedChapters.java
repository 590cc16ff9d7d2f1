package io.eventjobs.page.link;

import io.eventjobs.page.facts.PageElements;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Files of chapters that a script of the page would load: an address in an attribute of a player, or in a setting of a script. No script is
 * run, and an address counts only if it is one of a file of chapters by its form.
 */
final class ScriptedChapters {
    private static final int MAX_FILES = 5;
    private static final int MAX_SCRIPT_LENGTH = 200_000;
    private static final int MAX_SCRIPTS = 100;

    /** What settings of chapters have in common, however their first letter is written; most scripts do not have it. */
    private static final String HINT = "hapter";

    private static final Pattern SETTING = Pattern.compile(
            "\\bchapters?(?:[_-]?(?:url|uri|src|file|path|json))?[\"']?\\s{0,5}[:=,]\\s{0,5}[\"']([^\"'<>\\s]{1,1000})[\"']",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern FILE =
            Pattern.compile("[^?#]*\\.(?:json|vtt)(?:[?#].*)?|[^?#]*chapters[^?#]*(?:[?#].*)?");

    private ScriptedChapters() {}

    /** The absolute addresses, in the order of the page. */
    static Set<String> in(PageElements elements) {
        Document page = elements.document();
        Set<String> found = new LinkedHashSet<>();
        for (Element player : elements.players()) {
            player.attributes().asList().stream()
                    .filter(attribute -> attribute.getKey().startsWith("data-chapters")
                            || attribute.getKey().equals("chapters-src"))
                    .forEach(attribute -> add(page, attribute.getValue(), found));
        }
        elements.scripts().stream().limit(MAX_SCRIPTS).forEach(script -> {
            String text = script.data();
            if (!text.contains(HINT)) {
                return;
            }
            Matcher setting = SETTING.matcher(text.substring(0, Math.min(text.length(), MAX_SCRIPT_LENGTH)));
            while (found.size() < MAX_FILES && setting.find()) {
                add(page, setting.group(1).replace("\\/", "/"), found);
            }
        });
        return found;
    }

    private static void add(Document page, String written, Set<String> found) {
        String address = written.strip();
        if (found.size() < MAX_FILES
                && FILE.matcher(address.toLowerCase(Locale.ROOT)).matches()) {
            resolved(page.baseUri(), address).ifPresent(found::add);
        }
    }

    private static Optional<String> resolved(String base, String address) {
        try {
            URI whole = URI.create(base).resolve(address);
            boolean isWeb = "http".equals(whole.getScheme()) || "https".equals(whole.getScheme());
            return isWeb ? Optional.of(whole.toString()) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
