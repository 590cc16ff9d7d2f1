package io.eventjobs.document.office.content;

import io.eventjobs.document.block.CleanText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts what a document holds but its text cannot keep, so that nothing is dropped without a word. Not thread-safe. */
public final class Losses {
    private static final int MAX_NAMES = 5;
    private static final int MAX_NAME_LENGTH = 80;

    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, Set<String>> names = new EnumMap<>(Kind.class);

    /** What can be lost. */
    public enum Kind {
        HIDDEN_SLIDE("One hidden slide is", "hidden slides are", "left out"),
        CHART("One chart is", "charts are", "left out, for the file stores no values of it"),
        DIAGRAM("One diagram is", "diagrams are", "left out, for the file stores no text of it"),
        OBJECT("One embedded object is", "embedded objects are", "left out"),
        FORMULA("One formula of an old editor is", "formulas of an old editor are", "left out"),
        MEDIA("One embedded video or sound is", "embedded videos or sounds are", "left out"),
        INK("One handwritten drawing is", "handwritten drawings are", "left out"),
        COMMENT("One comment of a reviewer is", "comments of reviewers are", "left out"),
        DOCUMENT("One inserted document is", "inserted documents are", "left out"),
        SYMBOL("One symbol of a font that is not known is", "symbols of fonts that are not known are", "left out");

        private final String one;
        private final String many;
        private final String fate;

        Kind(String one, String many, String fate) {
            this.one = one;
            this.many = many;
            this.fate = fate;
        }
    }

    public void add(Kind kind) {
        add(kind, "");
    }

    /** @param name of the thing, as the file has it; empty if it has none */
    public void add(Kind kind, String name) {
        counts.merge(kind, 1, Integer::sum);
        String clean = CleanText.oneLine(name);
        Set<String> known = names.computeIfAbsent(kind, any -> new LinkedHashSet<>());
        if (!clean.isEmpty() && known.size() < MAX_NAMES) {
            known.add(clean.substring(0, Math.min(clean.length(), MAX_NAME_LENGTH)));
        }
    }

    /** One sentence for each kind. */
    public List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        counts.forEach((kind, count) -> {
            String subject = count == 1 ? kind.one : count + " " + kind.many;
            String fate = count == 1 ? kind.fate : kind.fate.replace("of it", "of them");
            String named = names.getOrDefault(kind, Set.of()).stream()
                    .map(name -> "“" + name + "”")
                    .collect(Collectors.joining(", "));
            warnings.add(subject + " " + fate + (named.isEmpty() ? "" : ": " + named) + ".");
        });
        return warnings;
    }
}
