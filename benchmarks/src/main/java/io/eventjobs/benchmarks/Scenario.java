package io.eventjobs.benchmarks;

import io.eventjobs.model.job.SessionParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of session.
 *
 * @param word name on the command line
 * @param warmup number of sessions before the measurement, for JIT compilation
 * @param sessions number of measured sessions
 */
record Scenario(String word, String title, int warmup, int sessions, boolean slides, boolean subtitles) {
    static final List<Scenario> ALL = List.of(
            new Scenario("pages", "a page alone", 2_000, 2_000, false, false),
            new Scenario("subtitles", "a page with subtitles of an hour", 60, 60, false, true),
            new Scenario("slides", "a page with a PDF of 60 slides", 3, 5, true, false));

    /** The request for the session with this number; all sessions have distinct addresses. */
    SessionParameters session(LoopbackHost host, int number) {
        return new SessionParameters(
                "Example Conf",
                "How queues are built",
                host.address("/page/" + word + number),
                "queues.md",
                "Systems",
                new SessionParameters.Languages("en", "en", null),
                new SessionParameters.Slot(null, null, null),
                List.of(),
                new SessionParameters.Material(
                        subtitles ? host.address("/subtitles/" + number + ".webm") : null,
                        attachment(host, number),
                        null,
                        null),
                SessionParameters.Announcement.NONE,
                SessionParameters.Writing.DEFAULT,
                true);
    }

    private @Nullable String attachment(LoopbackHost host, int number) {
        return slides ? host.address("/slides/" + number + ".pdf") : null;
    }
}
