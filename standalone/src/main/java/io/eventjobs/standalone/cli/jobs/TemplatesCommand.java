package io.eventjobs.standalone.cli.jobs;

import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.GatewayOptions;
import io.eventjobs.template.InvalidTemplateException;
import io.eventjobs.template.TemplateFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** Lists and edits templates of documents. */
@Command(
        name = "templates",
        description = "Manage document templates: list, show, put, delete, check.",
        synopsisSubcommandLabel = "COMMAND")
public final class TemplatesCommand {
    private static final String ADDRESS = "/api/event-job/templates";

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Command(name = "list", description = "List the templates, with the reason if one cannot be used.")
    int list(@Mixin GatewayOptions gateway, @Option(names = "--json", description = "Print JSON") boolean json)
            throws InterruptedException {
        JsonNode templates = gateway.client().get(ADDRESS).path("templates");
        if (json) {
            out().println(templates.toPrettyString());
            return 0;
        }
        for (JsonNode template : templates) {
            out().printf(
                            "%-20s %-9s %s%n",
                            template.path("name").asString(),
                            template.path("origin").asString(),
                            template.path("usable").asBoolean()
                                    ? template.path("description").asString("")
                                    : "cannot be used: "
                                            + template.path("problem").asString(""));
        }
        return 0;
    }

    @Command(name = "show", description = "Print the file of a template, built-in ones included.")
    int show(@Mixin GatewayOptions gateway, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        out().print(gateway.client().text(address(name)));
        out().flush();
        return 0;
    }

    @Command(name = "put", description = "Store your own templates, each under the name of its file.")
    int put(
            @Mixin GatewayOptions gateway,
            @Parameters(paramLabel = "FILE", arity = "1..*", description = "NAME.md") List<Path> files)
            throws IOException, InterruptedException {
        for (Path file : files) {
            TemplateFile text = read(file);
            JsonNode stored = gateway.client().put(address(text.name()), text.bytes());
            out().println(stored.path("name").asString() + " "
                    + stored.path("sha256").asString());
        }
        return 0;
    }

    @Command(name = "delete", description = "Delete one of your own templates.")
    int delete(@Mixin GatewayOptions gateway, @Parameters(paramLabel = "NAME") String name)
            throws InterruptedException {
        out().println(gateway.client().delete(address(name)).path("message").asString());
        return 0;
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
        return ADDRESS + "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
