package io.eventjobs.worker.session.document;

import io.eventjobs.markdown.Escape;
import io.eventjobs.page.facts.Person;
import java.util.ArrayList;
import java.util.List;

/** Renders the speakers, if more than their names is known. */
final class SpeakerSection {
    private static final int MAX_BIOGRAPHY_LENGTH = 10_000;

    private SpeakerSection() {}

    /** Empty if only names are known. */
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

    /** Biographies must not change the outline of the document. */
    private static String withoutHeadings(String markdown) {
        return markdown.replaceAll("(?m)^#{1,6} +", "");
    }
}
