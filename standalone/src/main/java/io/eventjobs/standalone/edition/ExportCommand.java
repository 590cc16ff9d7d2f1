package io.eventjobs.standalone.edition;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.LocalFiles;
import io.eventjobs.standalone.client.ProgressLine;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes editions of a conference for readers. */
@Command(
        name = "export",
        description = {
            "Make an edition of a conference for readers, from its completed jobs.",
            "HTML: a folder that works from disk, with pages by track and by time, a search, the Markdown and llms.txt."
        })
public final class ExportCommand implements Callable<Integer> {
    @Mixin
    ClientCommand client = new ClientCommand();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "EVENT", description = "Name of the conference, as event-jobs conferences list has it")
    String event = "";

    @Option(
            names = "--html",
            paramLabel = "DIR",
            description = "Folder for the HTML; an earlier edition in it is replaced")
    @Nullable Path html;

    @Option(names = "--epub", paramLabel = "FILE", description = "File for the EPUB")
    @Nullable Path epub;

    @Option(names = "--language", description = "Sessions in this language (default: the one that most have)")
    @Nullable String language;

    private final Clock clock = Clock.systemUTC();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (html == null && epub == null) {
            throw new ParameterException(spec.commandLine(), "--html DIR or --epub FILE is required");
        }
        Path book = epub == null ? null : LocalFiles.target(epub, "conference.epub");
        Path temporary = Files.createTempDirectory("event-jobs-edition");
        try {
            Path files = html == null ? temporary : html.resolve("files");
            Edition edition = read(files);
            ObjectNode answer = JsonNodeFactory.instance
                    .objectNode()
                    .put("event", event)
                    .put("language", edition.language())
                    .put("session_count", edition.sessions().size());
            if (html != null) {
                answer.put("html", new HtmlEdition(edition, html).write().toString());
            }
            if (book != null) {
                new EpubEdition(edition, clock.instant()).write(book);
                answer.put("epub", book.toString());
            }
            return client.showFields(answer, "session_count", "language", "html", "epub");
        } finally {
            delete(temporary);
        }
    }

    private Edition read(Path files) throws IOException, InterruptedException {
        EditionSource source = new EditionSource(client.gateway(), event);
        if (!ProgressLine.isRedrawn()) {
            return source.read(language, files, (done, all) -> {});
        }
        ProgressLine line = new ProgressLine(client.err());
        Edition edition = source.read(language, files, (done, all) -> line.showCount(done, all, "sessions"));
        line.end();
        return edition;
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
