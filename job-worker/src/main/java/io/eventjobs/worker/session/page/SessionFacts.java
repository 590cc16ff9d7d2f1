package io.eventjobs.worker.session.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        private final Map<FactName, List<Fact>> known = new EnumMap<>(FactName.class);
        private Map<FactName, List<Fact>> current = new EnumMap<>(FactName.class);

        /** Says something under the source that speaks now; blank values and repetitions are ignored. */
        void add(FactName name, String value, String source) {
            String clean = value.replaceAll("[\\s\\u00a0]+", " ").strip();
            if (clean.isEmpty() || clean.length() > 20_000) {
                return;
            }
            List<Fact> facts = current.computeIfAbsent(name, fresh -> new ArrayList<>());
            boolean told = facts.stream().anyMatch(fact -> fact.value().equals(clean));
            if (!told && facts.size() < 200) {
                facts.add(new Fact(clean, source));
            }
        }

        /** The next source speaks. */
        void next() {
            current.forEach(known::putIfAbsent);
            current = new EnumMap<>(FactName.class);
        }

        SessionFacts facts() {
            next();
            Map<FactName, List<Fact>> copy = new EnumMap<>(FactName.class);
            copy.putAll(known);
            return new SessionFacts(copy);
        }
    }
}
