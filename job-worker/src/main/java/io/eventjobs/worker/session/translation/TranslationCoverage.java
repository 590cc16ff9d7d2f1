package io.eventjobs.worker.session.translation;

import io.eventjobs.markdown.segment.Segment;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How much of a document could be translated. For one thread. */
public final class TranslationCoverage {
    private final Set<String> faults = new LinkedHashSet<>();
    private int passages;
    private int left;
    private long letters;
    private long lettersLeft;

    void count(Collection<Segment> segments, Map<String, String> translations, List<String> found) {
        faults.addAll(found);
        for (Segment segment : segments) {
            String translated = translations.get(segment.text());
            boolean isLeft = translated == null || !segment.keepsShape(segment.written(translated));
            passages++;
            letters += segment.text().length();
            left += isLeft ? 1 : 0;
            lettersLeft += isLeft ? segment.text().length() : 0;
        }
    }

    /** Whether so much is left that the document is none in the other language. */
    public boolean isTooSmall() {
        return lettersLeft * 2 > letters;
    }

    /** Whether something is left. */
    public boolean isPartial() {
        return left > 0;
    }

    /** Passages without a translation, of all. */
    public String counts() {
        return left + " of " + passages;
    }

    /** What was wrong with answers, each as a part of a sentence. */
    public List<String> faults() {
        return List.copyOf(faults);
    }
}
