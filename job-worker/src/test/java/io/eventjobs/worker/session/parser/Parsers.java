package io.eventjobs.worker.session.parser;

import io.eventjobs.document.InProcessReader;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.process.Sandbox;
import io.eventjobs.worker.background.Ticker;
import java.time.Duration;
import java.util.List;

/** Parser processes for tests. */
final class Parsers {
    static final ParserMessage.Setup SETUP =
            new ParserMessage.Setup(new InstalledPrograms.Versions("", "", "", Duration.ofSeconds(1)));

    static final Sandbox SANDBOX = ParserCommand.sandbox(List.of());

    private Parsers() {}

    static ParserLimits limits() {
        return new ParserLimits(2, 256L << 20, Duration.ofMinutes(1), 1_000, 1L << 30);
    }

    /** A reader with real processes. */
    static IsolatedDocumentReader start(ParserLimits limits, InstalledPrograms programs) {
        return start(limits, programs, ParserListener.NONE);
    }

    static IsolatedDocumentReader start(ParserLimits limits, InstalledPrograms programs, ParserListener listener) {
        ParserCommand command = ParserCommand.of(limits, SANDBOX);
        ParserPool pool = new ParserPool(
                () -> ParserProcess.start(
                        command,
                        new ParserMessage.Setup(programs.versions()),
                        Duration.ofMinutes(1),
                        Ticker.SYSTEM,
                        listener),
                limits);
        return new IsolatedDocumentReader(pool, limits, InProcessReader.using(programs));
    }

    /** A reader of texts with real processes. */
    static IsolatedTextReader startForTexts(ParserLimits limits) {
        ParserCommand command = ParserCommand.of(limits, SANDBOX);
        ParserPool.Starter starter = () -> ParserProcess.start(
                command, new ParserMessage.SetupForTexts(), Duration.ofMinutes(1), Ticker.SYSTEM, ParserListener.NONE);
        return new IsolatedTextReader(ParserPool.startedOnDemand(starter, limits), Duration.ofMinutes(1));
    }

    /** A reader whose processes are {@link FakeParser}s. */
    static IsolatedDocumentReader fake(ParserLimits limits, ParserListener listener) {
        ParserPool pool = new ParserPool(() -> startFake(listener), limits);
        return new IsolatedDocumentReader(pool, limits, InProcessReader.using(InstalledPrograms.withoutOffice()));
    }

    static ParserProcess startFake(ParserListener listener)
            throws ParserEndedException, java.io.IOException, InterruptedException {
        ParserCommand command = new ParserCommand(
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Xshare:auto", "-XX:+UseSerialGC"),
                List.of(FakeParser.class.getName()),
                SANDBOX);
        return ParserProcess.start(command, SETUP, Duration.ofSeconds(30), Ticker.SYSTEM, listener);
    }
}
