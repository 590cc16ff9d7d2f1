package io.eventjobs.worker.session.translation.engine;

import java.util.Locale;

/**
 * A language by its BCP 47 tag.
 *
 * @param value in lower case, e.g. {@code pt-br}
 */
public record LanguageTag(String value) {
    public LanguageTag {
        value = value.toLowerCase(Locale.ROOT);
    }

    /** The language without region and script. */
    public String primary() {
        return value.split("-", 2)[0];
    }

    /** Whether it is the same language: regions and scripts do not count. */
    public boolean isSameLanguage(LanguageTag other) {
        return primary().equals(other.primary());
    }

    /** The English name; the tag itself if there is none. */
    public String englishName() {
        String name = Locale.forLanguageTag(value).getDisplayName(Locale.ENGLISH);
        return name.isEmpty() ? value : name;
    }

    /** Whether it is written with spaces between words and sentences. */
    boolean hasSpaces() {
        return switch (primary()) {
            case "zh", "ja" -> false;
            default -> true;
        };
    }

    /** Whether its script needs half as many characters as others. */
    boolean isDense() {
        return switch (primary()) {
            case "zh", "ja", "ko" -> true;
            default -> false;
        };
    }

    @Override
    public String toString() {
        return value;
    }
}
