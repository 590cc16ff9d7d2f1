package io.eventjobs.page.facts;

import io.eventjobs.encoding.Surrogates;
import io.eventjobs.markdown.LinkTarget;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a page by name; for each name those of the most reliable source that has any. Immutable.
 *
 * @param people speakers about whom the page tells more than the name
 */
public record PageFacts(Map<FactName, List<Fact>> byName, List<Person> people) {
    /** No facts. */
    public static final PageFacts NONE = new PageFacts(Map.of(), List.of());

    public PageFacts {
        byName = Collections.unmodifiableMap(byName);
        people = List.copyOf(people);
    }

    /** These facts, completed with those of a less reliable source for missing names. */
    public PageFacts orElse(PageFacts other) {
        Map<FactName, List<Fact>> all = new EnumMap<>(FactName.class);
        all.putAll(other.byName);
        all.putAll(byName);
        return new PageFacts(all, people.isEmpty() ? other.people : people);
    }

    /** The first fact of this name. */
    public Optional<Fact> first(FactName name) {
        return all(name).stream().findFirst();
    }

    /** All facts of this name in document order; empty if there are none. */
    public List<Fact> all(FactName name) {
        return byName.getOrDefault(name, List.of());
    }

    /** All facts except those of this name. */
    public PageFacts without(FactName name) {
        Map<FactName, List<Fact>> others = new EnumMap<>(FactName.class);
        others.putAll(byName);
        others.remove(name);
        return new PageFacts(others, people);
    }

    /** The same with other biographies, given in the order of the present ones. */
    public PageFacts withBiographies(Iterator<String> others) {
        return new PageFacts(
                byName,
                people.stream()
                        .map(person -> person.biography() == null ? person : person.withBiography(others.next()))
                        .toList());
    }

    public boolean isMoreThanTitle() {
        return byName.keySet().stream().anyMatch(name -> switch (name) {
            case TITLE, LANGUAGE, EVENT, SCHEDULE -> false;
            case SUBTITLE,
                    ABSTRACT,
                    SPEAKER,
                    ROOM,
                    TRACK,
                    DAY,
                    DATE,
                    START,
                    END,
                    ZONE,
                    TYPE,
                    VIDEO,
                    SLIDES,
                    SUBTITLES,
                    TRANSCRIPT,
                    CHAPTER,
                    ATTACHMENT -> true;
        });
    }

    /** Collects facts source by source; a later source adds nothing to a name that an earlier one has. Not thread-safe. */
    public static final class Builder {
        private static final int MAX_LENGTH = 20_000;
        private static final int MAX_TRANSCRIPT_LENGTH = 1 << 20;
        private static final int MAX_FACTS = 200;

        private final Map<FactName, List<Fact>> known = new EnumMap<>(FactName.class);
        private final List<Person> people = new ArrayList<>();
        private Map<FactName, List<Fact>> current = new EnumMap<>(FactName.class);

        /** Adds a fact of the current source; blank and repeated values are ignored. */
        public void add(FactName name, String value, String source) {
            add(name, value, source, null);
        }

        /** @param address absolute address that the value links to; null if none */
        public void add(FactName name, String value, String source, @Nullable String address) {
            String clean = oneLine(value);
            if (clean.isEmpty()
                    || clean.length() > (name == FactName.TRANSCRIPT ? MAX_TRANSCRIPT_LENGTH : MAX_LENGTH)) {
                return;
            }
            if (name.isAddress() && !clean.regionMatches(true, 0, "http", 0, 4)) {
                return;
            }
            List<Fact> facts = current.computeIfAbsent(name, fresh -> new ArrayList<>());
            boolean told = facts.stream().anyMatch(fact -> fact.value().equals(clean));
            if (!told && facts.size() < MAX_FACTS) {
                boolean isSafe = address != null && LinkTarget.of(address) != null;
                facts.add(new Fact(clean, source, isSafe ? address : null));
            }
        }

        /** Adds a speaker with biography or link. */
        public void speaker(Person person, String source) {
            String name = oneLine(person.name());
            add(FactName.SPEAKER, name, source, person.address());
            if (person.isMoreThanName()
                    && people.size() < MAX_FACTS
                    && people.stream().noneMatch(known -> known.name().equals(name))) {
                people.add(person.named(name));
            }
        }

        /** Whether the current source has added a fact of this name. */
        public boolean currentHas(FactName name) {
            return current.containsKey(name);
        }

        /** The first value that the current source added under this name; null if it added none. */
        public @Nullable String current(FactName name) {
            List<Fact> facts = current.get(name);
            return facts == null ? null : facts.getFirst().value();
        }

        /** Ends the current source and begins the next. */
        public void nextSource() {
            current.forEach(known::putIfAbsent);
            current = new EnumMap<>(FactName.class);
        }

        /** The facts of all sources. */
        public PageFacts build() {
            nextSource();
            Map<FactName, List<Fact>> copy = new EnumMap<>(FactName.class);
            known.forEach((name, facts) -> copy.put(name, List.copyOf(facts)));
            List<String> speakers = copy.getOrDefault(FactName.SPEAKER, List.of()).stream()
                    .map(Fact::value)
                    .toList();
            return new PageFacts(
                    copy,
                    people.stream()
                            .filter(person -> speakers.contains(person.name()))
                            .toList());
        }

        private static String oneLine(String value) {
            String text = Surrogates.replaceUnpaired(value);
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
