package io.eventjobs.worker.session.document;

import io.eventjobs.markdown.Escape;
import io.eventjobs.page.facts.Person;
import java.util.ArrayList;
import java.util.List;

/** Who speaks, where more than names is told of them. */
final class SpeakerSection {
    private static final int MAX_BIOGRAPHY_LENGTH = 10_000;

    private SpeakerSection() {}

    /** Empty if nothing but names is known. */
    static String of(List<Person> people) {
        if (people.isEmpty()) {
            return "";
        }
        List<String> blocks = new ArrayList<>();
        for (Person person : people) {
            String name = "**" + Escape.text(person.name()) + "**";
            blocks.add(person.affiliation() == null ? name : name + ", " + Escape.text(person.affiliation()));
            if (person.biography() != null && person.biography().length() <= MAX_BIOGRAPHY_LENGTH) {
                blocks.add(withoutHeadings(person.biography()));
            }
        }
        return String.join("\n\n", blocks);
    }

    /** A biography has no place in the outline of the document. */
    private static String withoutHeadings(String markdown) {
        return markdown.replaceAll("(?m)^#{1,6} +", "");
    }
}
