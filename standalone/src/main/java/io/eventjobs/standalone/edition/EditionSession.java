package io.eventjobs.standalone.edition;

import io.eventjobs.model.job.SessionTime;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * A session in an edition.
 *
 * @param number its place in the edition, from 1; also the name of the folder of its files
 * @param page address of its page at the conference
 * @param markdown its document, with links into that folder
 * @param files what the document shows
 */
record EditionSession(
        int number,
        String title,
        String track,
        SessionTime time,
        String room,
        List<String> speakers,
        String language,
        String page,
        String markdown,
        List<EditionFile> files) {
    private static final int MAX_SLUG = 60;

    /** The name of its files without extension, as {@code 007-how-to-test}. */
    String name() {
        String slug = Normalizer.normalize(title, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = slug.substring(0, Math.min(MAX_SLUG, slug.length())).replaceAll("^-|-$", "");
        return "%03d".formatted(number) + (cut.isEmpty() ? "" : "-" + cut);
    }
}
