package io.eventjobs.worker.session.translation;

import io.eventjobs.markdown.segment.Segment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts how much of a document could be translated. For one thread. */
public final class TranslationCoverage {
    private final Set<String> faults = new LinkedHashSet<>();
    private int passages;
    private int untranslated;
    private long letters;
    private long untranslatedLetters;

    void count(Collection<Segment> segments, Map<String, String> translations, List<String> found) {
        faults.addAll(found);
        for (Segment segment : segments) {
            String translated = translations.get(segment.text());
            boolean isUntranslated = translated == null || !segment.keepsShape(segment.written(translated));
            passages++;
            letters += segment.text().length();
            untranslated += isUntranslated ? 1 : 0;
            untranslatedLetters += isUntranslated ? segment.text().length() : 0;
        }
    }

    /** Whether so much is untranslated that the document is not in the target language. */
    public boolean isTooSmall() {
        return untranslatedLetters * 2 > letters;
    }

    /** Whether anything is untranslated. */
    public boolean isPartial() {
        return untranslated > 0;
    }

    /** The number of untranslated passages, and of all. */
    public String counts() {
        return untranslated + " of " + passages;
    }

    /** What was wrong with translations, each as part of a sentence. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
