package io.eventjobs.page.facts;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The labels that conference pages put in front of facts, in several languages. */
public final class FactLabels {
    private static final int MAX_LENGTH = 40;

    /** Unambiguous labels, recognized also without a colon: as a heading, a term, a table cell. */
    private static final Map<String, FactName> STRONG = words(
            """
            TRACK track|tracks|devroom|track name|conference track|schiene|themenstrang|piste|parcours|pista|spår|трек
            ROOM room|rooms|location|venue|stage|hall|place|where|raum|saal|ort|bühne|hörsaal|salle|lieu|amphi|sala|lugar|ubicación|luogo|local|zaal|locatie|rum|sal|sala konferencyjna|зал|аудитория|место
            DAY day|weekday|tag|wochentag|jour|día|giorno|dia|dag|dzień|день
            DATE date|dates|when|date and time|date & time|date/time|datum|wann|termin|fecha|cuándo|data|quando|wanneer|dato|kiedy|quand|дата|когда
            START start|starts|start time|starts at|starting time|begin|begins|begin time|beginning|beginn|anfang|startzeit|début|heure de début|inicio|hora de inicio|inizio|início|aanvang|początek|начало
            END end|ends|end time|ends at|finish|finishes|until|ende|schluss|endzeit|fin|heure de fin|hora de fin|fine|fim|einde|koniec|конец|окончание
            SPEAKER speaker|speakers|speaker(s)|presenter|presenters|presenter(s)|presented by|panelist|panelists|panellists|moderator|lecturer|lecturers|instructor|instructors|talk by|referent|referentin|referenten|referentinnen|referent(in)|referent(en)|referent*innen|referent:innen|referierende|vortragende|vortragender|vortragende(r)|vortragende/r|sprecher|sprecherin|sprecher:innen|sprecher*innen|sprecherinnen und sprecher|intervenant|intervenants|intervenant(s)|intervenant(e)s|intervenante|intervenantes|intervenant·e·s|orateur|orateurs|oratrice|conférencier|conférenciers|ponente|ponentes|orador|oradores|relatore|relatori|palestrante|palestrantes|spreker|sprekers|talare|prelegent|prelegenci|докладчик|докладчики|спикер|спикеры
            LANGUAGE language|talk language|session language|spoken language|sprache|langue|idioma|lingua|língua|taal|språk|język|язык
            ABSTRACT abstract|description|summary|about this session|about this talk|about the talk|about the session|session description|talk description|overview|beschreibung|zusammenfassung|inhalt|kurzfassung|über den vortrag|résumé|présentation de la session|resumen|descripción|sommario|descrizione|resumo|descrição|samenvatting|beschrijving|opis|описание|аннотация
            ATTACHMENT attachment|attachments|file|files|download|downloads|material|materials|resources|documents|handouts|anhang|anhänge|dateien|materialien|unterlagen|dokumente|pièces jointes|fichiers|documents joints|adjuntos|archivos|materiales|allegati|materiali|anexos|bijlagen|pliki|materiały|файлы|материалы
            SLIDES slides|slide deck|slides (pdf)|presentation slides|slideset|folien|vortragsfolien|diapositives|diapos|diapositivas|diapositive|slajdy|слайды
            VIDEO video|videos|video recording|recording|recordings|watch|watch the recording|aufzeichnung|aufzeichnungen|videoaufzeichnung|mitschnitt|vidéo|enregistrement|grabación|vídeo|registrazione|gravação|opname|nagranie|видео|запись
            SUBTITLES subtitles|captions|untertitel|sous-titres|subtítulos|sottotitoli|legendas|ondertitels|napisy|субтитры
            """);

    /** Labels that are recognized only with a colon. */
    private static final Map<String, FactName> WEAK = words(
            """
            TRACK stream|theme|topic|category|thema|thème|tema
            START time|from|uhrzeit|zeit|heure|hora|ora|tijd|godzina|время
            END to|bis
            SPEAKER by|with|host|hosts|author|authors|author(s)|von|mit|autor|autoren|autor:innen|par|auteur|auteurs|por|con|autores|di|autori
            EVENT event|conference|konferenz|tagung|veranstaltung|conférence|conferencia|conferenza|conferência|congress|kongress
            SLIDES presentation|präsentation|présentation|presentación|presentazione|apresentação|deck
            """);

    private FactLabels() {}

    /** The fact that a label on a line of its own introduces. Ignores case and a trailing colon. */
    public static Optional<FactName> alone(String label) {
        String word = plain(label);
        return Optional.ofNullable(STRONG.getOrDefault(word, STRONG.get(withoutBrackets(word))));
    }

    /** The fact that a label followed by a colon or value introduces. */
    public static Optional<FactName> before(String label) {
        String word = plain(label);
        FactName name = STRONG.getOrDefault(word, WEAK.get(word));
        return name == null ? Optional.ofNullable(STRONG.get(withoutBrackets(word))) : Optional.of(name);
    }

    /** The label without a qualifier in parentheses, as in "Start (UTC+1)". */
    private static String withoutBrackets(String word) {
        int open = word.indexOf(" (");
        return open > 0 && word.endsWith(")") ? word.substring(0, open) : word;
    }

    private static String plain(String label) {
        if (label.length() > MAX_LENGTH) {
            return "";
        }
        String word = label.strip().toLowerCase(Locale.ROOT);
        int end = word.length();
        while (end > 0
                && (word.charAt(end - 1) == ':'
                        || word.charAt(end - 1) == '：'
                        || Character.isSpaceChar(word.charAt(end - 1)))) {
            end--;
        }
        int start = 0;
        while (start < end && !Character.isLetterOrDigit(word.charAt(start))) {
            start++;
        }
        return word.substring(start, end);
    }

    private static Map<String, FactName> words(String table) {
        Map<String, FactName> words = new HashMap<>();
        table.lines().forEach(line -> {
            int space = line.indexOf(' ');
            FactName name = FactName.valueOf(line.substring(0, space));
            for (String word : line.substring(space + 1).split("\\|")) {
                words.putIfAbsent(word, name);
            }
        });
        return Map.copyOf(words);
    }
}
