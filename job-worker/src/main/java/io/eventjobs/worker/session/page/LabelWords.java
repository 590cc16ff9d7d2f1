package io.eventjobs.worker.session.page;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that conference pages put before facts, in a few languages. */
final class LabelWords {
    private static final Map<String, FactName> WORDS = words();

    private LabelWords() {}

    /** What a label announces; a colon and case do not matter. */
    static Optional<FactName> meaning(String label) {
        String word = label.strip().toLowerCase(Locale.ROOT);
        while (word.endsWith(":") || word.endsWith("：")) {
            word = word.substring(0, word.length() - 1).strip();
        }
        return Optional.ofNullable(WORDS.get(word));
    }

    private static Map<String, FactName> words() {
        Map<String, FactName> words = new HashMap<>();
        put(
                words,
                FactName.TRACK,
                "track",
                "tracks",
                "stream",
                "devroom",
                "theme",
                "topic",
                "schiene",
                "themenstrang",
                "piste");
        put(
                words,
                FactName.ROOM,
                "room",
                "location",
                "venue",
                "stage",
                "hall",
                "where",
                "place",
                "raum",
                "saal",
                "ort",
                "bühne",
                "salle",
                "lieu",
                "sala",
                "lugar");
        put(words, FactName.DAY, "day", "tag", "wochentag", "jour", "día", "giorno");
        put(words, FactName.DATE, "date", "datum", "when", "wann", "fecha", "data");
        put(
                words,
                FactName.START,
                "start",
                "starts",
                "start time",
                "starts at",
                "begin",
                "begins",
                "from",
                "time",
                "beginn",
                "anfang",
                "uhrzeit",
                "zeit",
                "début",
                "heure",
                "inicio",
                "hora");
        put(words, FactName.END, "end", "ends", "end time", "ends at", "until", "ende", "schluss", "fin");
        put(
                words,
                FactName.SPEAKER,
                "speaker",
                "speakers",
                "speaker(s)",
                "presenter",
                "presenters",
                "presented by",
                "by",
                "panelists",
                "author",
                "authors",
                "host",
                "hosts",
                "with",
                "referent",
                "referentin",
                "referenten",
                "referent:innen",
                "vortragende",
                "vortragender",
                "sprecher",
                "sprecherin",
                "intervenant",
                "intervenants",
                "intervenant(e)s",
                "ponente",
                "ponentes",
                "relatore",
                "relatori");
        put(words, FactName.EVENT, "event", "conference", "konferenz", "veranstaltung", "conférence", "conferencia");
        put(words, FactName.LANGUAGE, "language", "sprache", "langue", "idioma", "lingua");
        put(
                words,
                FactName.ABSTRACT,
                "abstract",
                "description",
                "summary",
                "about this session",
                "beschreibung",
                "zusammenfassung",
                "résumé",
                "resumen");
        put(
                words,
                FactName.ATTACHMENT,
                "attachments",
                "attachment",
                "files",
                "downloads",
                "materials",
                "resources",
                "anhänge",
                "dateien",
                "materialien",
                "pièces jointes",
                "adjuntos");
        put(
                words,
                FactName.SLIDES,
                "slides",
                "slide deck",
                "presentation",
                "folien",
                "präsentation",
                "diapositives",
                "diapositivas");
        put(words, FactName.VIDEO, "video", "recording", "video recording", "aufzeichnung", "vidéo", "grabación");
        return Map.copyOf(words);
    }

    private static void put(Map<String, FactName> words, FactName name, String... labels) {
        for (String label : labels) {
            words.putIfAbsent(label, name);
        }
    }
}
