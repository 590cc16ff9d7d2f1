package io.eventjobs.worker.session.parser;

import io.eventjobs.document.DocumentContent;
import io.eventjobs.document.DocumentReader;
import io.eventjobs.document.FileFormat;
import io.eventjobs.document.InProcessReader;
import io.eventjobs.document.InstalledPrograms;
import io.eventjobs.document.ReadRequest;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A parser process: reads one file after the other, as its worker asks on the standard input, and answers on the standard output. It ends
 * when its input ends, so that it does not outlive a worker that was killed, and at any exception that no reader expects.
 */
public final class ParserMain {
    private static final String PARSER_THREAD = "attachments";
    private static final long LAST_INSTRUCTIONS_MILLIS = 200;

    private final MessageStream worker;

    private ParserMain(MessageStream worker) {
        this.worker = worker;
    }

    /** Takes no arguments. */
    public static void main(String[] words) throws IOException, InterruptedException, ParserEndedException {
        FileOutputStream out = new FileOutputStream(FileDescriptor.out);
        // Whatever a library prints must not be taken for an answer.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8));
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            fault.printStackTrace();
            end(1);
        });
        new ParserMain(new MessageStream(
                        new BufferedInputStream(new FileInputStream(FileDescriptor.in)), new BufferedOutputStream(out)))
                .serve();
    }

    private void serve() throws IOException, InterruptedException, ParserEndedException {
        switch (worker.read().orElse(null)) {
            case ParserMessage.Setup setup -> serveDocuments(setup);
            case ParserMessage.SetupForTexts texts -> serveTexts();
            case null -> end(1);
            case ParserMessage other -> end(1);
        }
    }

    private void serveDocuments(ParserMessage.Setup setup)
            throws IOException, InterruptedException, ParserEndedException {
        DocumentReader reader = InProcessReader.using(InstalledPrograms.of(setup.programs()));
        SampleDocument.read(reader);
        serve(question -> {
            if (question instanceof ParserMessage.Read read) {
                read(reader, read.request());
            }
        });
    }

    private void serveTexts() throws IOException, ParserEndedException {
        TextAnswers answers = new TextAnswers();
        answers.warmUp();
        serve(question -> {
            ParserMessage answer = answers.to(question);
            if (!tell(answer)) {
                tell(new ParserMessage.TooLong());
            }
        });
    }

    /** @param reading answers a question, on a thread of its own, for this one must notice the end of the input */
    private void serve(Consumer<ParserMessage> reading) throws IOException, ParserEndedException {
        worker.write(new ParserMessage.Ready());
        Optional<ParserMessage> next = worker.read();
        while (next.isPresent()) {
            ParserMessage question = next.get();
            new Thread(() -> reading.accept(question), "reading").start();
            next = worker.read();
        }
        end(0);
    }

    private void read(DocumentReader reader, ReadRequest request) {
        try {
            answer(reader.read(
                    request,
                    FileFormat.of(request.file(), null),
                    (pages, of) -> tell(new ParserMessage.Progress(pages, of))));
        } catch (IOException e) {
            tell(new ParserMessage.Unopened(String.valueOf(e.getMessage())));
        } catch (InterruptedException e) {
            end(1);
        }
    }

    private void answer(DocumentContent content) throws InterruptedException {
        boolean isReusable = haveAllEnded();
        if (!tell(new ParserMessage.Content(ParsedContent.of(content), isReusable))) {
            DocumentContent tooLong =
                    DocumentContent.unreadable("The file holds more text than any slides do, so there are no slides.");
            tell(new ParserMessage.Content(ParsedContent.of(tooLong), isReusable));
        }
    }

    private boolean tell(ParserMessage message) {
        try {
            return worker.write(message);
        } catch (IOException e) {
            // The worker is gone.
            end(0);
            return false;
        }
    }

    /** Whether no call into a parser was left behind. */
    private static boolean haveAllEnded() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals(PARSER_THREAD)) {
                thread.join(LAST_INSTRUCTIONS_MILLIS);
                if (thread.isAlive()) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Ends with the programs that this process has started, without waiting for anything. */
    private static void end(int code) {
        ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        ParserFolder.delete(Path.of("").toAbsolutePath());
        Runtime.getRuntime().halt(code);
    }
}
