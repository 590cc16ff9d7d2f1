package io.eventjobs.worker.session.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that the model answers from.
 *
 * @param excerpts the most important first
 */
public record Material(String title, String event, List<String> speakers, List<Excerpt> excerpts) {
    public Material {
        speakers = List.copyOf(speakers);
        excerpts = List.copyOf(excerpts);
    }

    /** The same session with other texts. */
    Material of(List<Excerpt> others) {
        return new Material(title, event, speakers, others);
    }

    /** Cut between excerpts; an excerpt that is too long by itself is cut at a space if possible. */
    List<Material> parts(int maxCharacters) {
        List<Material> parts = new ArrayList<>();
        List<Excerpt> part = new ArrayList<>();
        int length = 0;
        for (Excerpt excerpt : excerpts) {
            for (String text : cut(excerpt.text(), maxCharacters)) {
                if (length + text.length() > maxCharacters && !part.isEmpty()) {
                    parts.add(of(part));
                    part = new ArrayList<>();
                    length = 0;
                }
                part.add(new Excerpt(excerpt.from(), text));
                length += text.length();
            }
        }
        parts.add(of(part));
        return parts;
    }

    private static List<String> cut(String text, int max) {
        List<String> texts = new ArrayList<>();
        String rest = text;
        while (rest.length() > max) {
            int space = rest.lastIndexOf(' ', max);
            int end = space > max / 2 ? space : Character.isHighSurrogate(rest.charAt(max - 1)) ? max - 1 : max;
            texts.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        texts.add(rest);
        return texts;
    }
}
