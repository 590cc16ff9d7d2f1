package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The facts of a page by name. Of facts that there is one of, the first found counts; of others, all of the first source. */
public record SessionFacts(Map<FactName, List<Fact>> byName) {
    public SessionFacts {
        byName = Collections.unmodifiableMap(byName);
    }

    public Optional<Fact> first(FactName name) {
        return all(name).stream().findFirst();
    }

    public List<Fact> all(FactName name) {
        return byName.getOrDefault(name, List.of());
    }

    boolean isMoreThanTitle() {
        return byName.keySet().stream()
                .anyMatch(name -> name != FactName.TITLE && name != FactName.LANGUAGE && name != FactName.EVENT);
    }

    /** Gathers facts of one source after another; a later source adds nothing to a name that an earlier one knew. */
    static final class Gathering {
        private static final int LONGEST = 20_000;
        private static final int LONGEST_TRANSCRIPT = 1 << 20;
        private static final int MOST = 200;

        private final Map<FactName, List<Fact>> known = new EnumMap<>(FactName.class);
        private Map<FactName, List<Fact>> current = new EnumMap<>(FactName.class);

        /** Says something under the source that speaks now; blank values and repetitions are ignored. */
        void add(FactName name, String value, String source) {
            add(name, value, source, null);
        }

        void add(FactName name, String value, String source, @Nullable String address) {
            String clean = oneLine(value);
            if (clean.isEmpty() || clean.length() > (name == FactName.TRANSCRIPT ? LONGEST_TRANSCRIPT : LONGEST)) {
                return;
            }
            List<Fact> facts = current.computeIfAbsent(name, fresh -> new ArrayList<>());
            boolean told = facts.stream().anyMatch(fact -> fact.value().equals(clean));
            if (!told && facts.size() < MOST) {
                facts.add(new Fact(clean, source, address));
            }
        }

        /** Whether the source that speaks now has said something under this name. */
        boolean knowsNow(FactName name) {
            return current.containsKey(name);
        }

        /** What the source that speaks now said first under this name; null if nothing. */
        @Nullable String now(FactName name) {
            List<Fact> facts = current.get(name);
            return facts == null ? null : facts.getFirst().value();
        }

        /** The next source speaks. */
        void next() {
            current.forEach(known::putIfAbsent);
            current = new EnumMap<>(FactName.class);
        }

        SessionFacts facts() {
            next();
            Map<FactName, List<Fact>> copy = new EnumMap<>(FactName.class);
            known.forEach((name, facts) -> copy.put(name, List.copyOf(facts)));
            return new SessionFacts(copy);
        }

        private static String oneLine(String text) {
            StringBuilder line = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
                if (!space) {
                    line.append(c);
                } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                    line.append(' ');
                }
            }
            return line.toString().strip();
        }
    }
}
