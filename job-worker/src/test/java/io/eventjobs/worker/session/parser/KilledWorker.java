package io.eventjobs.worker.session.parser;

import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import io.eventjobs.document.fixture.Pdfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Reads a file, says so, and waits to be killed. */
final class KilledWorker {
    private KilledWorker() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        IsolatedDocumentReader reader = Parsers.start(Parsers.limits(), InstalledPrograms.of(Parsers.SETUP.programs()));
        Path folder = Files.createTempDirectory("killed-worker-");
        Path file = Files.write(folder.resolve("file"), Pdfs.slides("words"));
        reader.read(ReadRequest.of(file, folder), new FileFormat.Pdf(), (pages, of) -> {});
        System.out.println("ready");
        new CountDownLatch(1).await();
    }
}
