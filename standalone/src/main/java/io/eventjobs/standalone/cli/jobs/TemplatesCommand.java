package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.FieldText;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Lists and edits templates of documents. */
@Command(
        name = "templates",
        description = "Manage document templates: list, show, put, delete, check.",
        synopsisSubcommandLabel = "COMMAND")
public final class TemplatesCommand {
    private static final String ADDRESS = ResourcePath.eventJob("templates").text();

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Command(name = "list", description = "List the templates, with the reason if one cannot be used.")
    int list(@Mixin ClientCommand client) throws InterruptedException {
        JsonNode answer = client.gateway().get(ADDRESS);
        return client.show(answer, out -> {
            for (JsonNode template : answer.path("templates")) {
                out.printf(
                        "%-20s %-9s %s%n",
                        FieldText.of(template, "name"),
                        FieldText.of(template, "origin"),
                        template.path("usable").asBoolean()
                                ? FieldText.of(template, "description")
                                : "cannot be used: " + FieldText.of(template, "problem"));
            }
        });
    }

    @Command(name = "show", description = "Print the file of a template, built-in ones included.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        String text = client.gateway().text(address(name));
        return client.show(
                JsonNodeFactory.instance.objectNode().put("name", name).put("text", text), out -> out.print(text));
    }

    @Command(name = "put", description = "Store your own templates, each under the name of its file.")
    int put(
            @Mixin ClientCommand client,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "NAME.md") List<Path> files)
            throws IOException, InterruptedException {
        for (Path file : files) {
            TemplateFile text = read(file);
            JsonNode stored = client.gateway().put(address(text.name()), text.bytes());
            client.show(
                    stored, out -> out.println(FieldText.of(stored, "name") + " " + FieldText.of(stored, "sha256")));
        }
        return 0;
    }

    @Command(name = "delete", description = "Delete one of your own templates.")
    int delete(@Mixin ClientCommand client, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        return client.showMessage(client.gateway().delete(address(name)));
    }

    @Command(name = "check", description = "Print the errors in template files, by line. Needs no gateway.")
    int check(@Parameters(paramLabel = "FILE", arity = "1..*", description = "NAME.md") List<Path> files)
            throws IOException {
        int invalid = 0;
        for (Path file : files) {
            try {
                read(file).read();
            } catch (InvalidTemplateException e) {
                invalid++;
                e.errors().forEach(error -> out().println(file + ":" + error.line() + ": " + error.message()));
            }
        }
        return invalid == 0 ? 0 : 1;
    }

    private static TemplateFile read(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (!name.endsWith(TemplateFile.EXTENSION) || !Files.isRegularFile(file)) {
            throw new GatewayException("must be an existing file NAME" + TemplateFile.EXTENSION + ": " + file);
        }
        try (InputStream in = Files.newInputStream(file)) {
            return new TemplateFile(
                    name.substring(0, name.length() - TemplateFile.EXTENSION.length()),
                    in.readNBytes(TemplateFile.MAX_BYTES + 1));
        }
    }

    private static String address(String name) {
        return ResourcePath.eventJob("templates", name).text();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
