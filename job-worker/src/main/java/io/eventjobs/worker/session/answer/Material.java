package io.eventjobs.worker.session.answer;

import java.util.ArrayList;
import java.util.List;

/**
 * Everything that answers are made from.
 *
 * @param pieces the most important first
 */
public record Material(String title, String event, List<String> speakers, List<Excerpt> pieces) {
    public Material {
        speakers = List.copyOf(speakers);
        pieces = List.copyOf(pieces);
    }

    /** The same session, by other texts. */
    Material of(List<Excerpt> others) {
        return new Material(title, event, speakers, others);
    }

    /** Cut between pieces; a piece that is too long by itself is cut within, at a space where there is one. */
    List<Material> parts(int maxCharacters) {
        List<Material> parts = new ArrayList<>();
        List<Excerpt> part = new ArrayList<>();
        int length = 0;
        for (Excerpt piece : pieces) {
            for (String text : cut(piece.text(), maxCharacters)) {
                if (length + text.length() > maxCharacters && !part.isEmpty()) {
                    parts.add(of(part));
                    part = new ArrayList<>();
                    length = 0;
                }
                part.add(new Excerpt(piece.from(), text));
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
