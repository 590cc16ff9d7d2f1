package io.eventjobs.standalone.edition;

import io.eventjobs.model.job.SessionTime;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;

/** Editions for tests. */
final class Editions {
    private final List<EditionSession> sessions = new ArrayList<>();
    private final Path folder;

    Editions(Path folder) {
        this.folder = folder;
    }

    /** A session with a slide, in the order of calls. */
    Editions with(String track, String title, String date, String text) throws IOException {
        int number = sessions.size() + 1;
        Path slide = Files.createDirectories(folder.resolve("source/" + number)).resolve("slide 1.png");
        ImageIO.write(new BufferedImage(8, 6, BufferedImage.TYPE_INT_RGB), "png", slide.toFile());
        String markdown = "---\ntitle: \"x\"\n---\n\n# " + title + "\n\n" + text + "\n\n![Slide 1](../files/" + number
                + "/slide%201.png)\n";
        sessions.add(new EditionSession(
                number,
                title,
                track,
                SessionTime.of("", date, "10:00", "10:40", ""),
                "Hall",
                List.of("Ada & Bo"),
                "en",
                "https://conf.test/" + number,
                markdown,
                List.of(new EditionFile("slide 1.png", "image/png", slide))));
        return this;
    }

    Edition edition() {
        return new Edition("Days & Nights 2026", "en", sessions, 2026);
    }
}
