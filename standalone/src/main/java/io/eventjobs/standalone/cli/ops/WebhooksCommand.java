package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.GatewayException;
import io.eventjobs.standalone.client.ListOptions;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists and edits webhooks of the tenant, and shows and repeats what was delivered. */
@Command(
        name = "webhooks",
        description = "Manage webhooks: list, show, put, delete, deliveries, redeliver.",
        synopsisSubcommandLabel = "COMMAND")
public final class WebhooksCommand {
    private static final ResourcePath WEBHOOKS = new ResourcePath("/api/webhooks");
    private static final String[] FIELDS = {
        "name", "url", "status", "events", "secret_count", "failing_since", "disabled_reason"
    };
    private static final String[] DELIVERY_FIELDS = {
        "delivery_id", "status", "webhook", "event_type", "subject", "created_at", "next_try_at"
    };

    @Command(name = "list", description = "List the webhooks, with the reason if one was switched off.")
    int list(@Mixin ClientCommand client) throws InterruptedException {
        JsonNode answer = client.gateway().get(WEBHOOKS.text());
        return client.show(answer, out -> new Table("name", "status", "url", "disabled_reason")
                .addAll(answer.path("webhooks"))
                .print(out));
    }

    @Command(name = "show", description = "Show a webhook, without its secrets.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        return client.showFields(client.gateway().get(WEBHOOKS.below(name).text()), FIELDS);
    }

    @Command(
            name = "put",
            description = {
                "Create a webhook or replace it; one that was switched off is active again.",
                "Without a file of a secret, an existing webhook keeps its secret; without headers, its headers."
            })
    int put(@Mixin ClientCommand client, @Parameters(paramLabel = "NAME") String name, @Mixin Target target)
            throws IOException, InterruptedException {
        return client.showFields(client.gateway().putJson(WEBHOOKS.below(name).text(), target.body()), FIELDS);
    }

    @Command(name = "delete", description = "Delete a webhook. What is not delivered yet fails.")
    int delete(@Mixin ClientCommand client, @Parameters(paramLabel = "NAME") String name) throws InterruptedException {
        return client.showFields(client.gateway().delete(WEBHOOKS.below(name).text()), "name", "url");
    }

    @Command(
            name = "deliveries",
            description = "List deliveries, newest first: all, or those of a webhook, job or batch.")
    int deliveries(
            @Mixin ClientCommand client,
            @Option(names = "--webhook", paramLabel = "NAME", description = "Those of this webhook") @Nullable String webhook,
            @Option(names = "--job", paramLabel = "ID", description = "Those of this job's events") @Nullable String job,
            @Option(names = "--batch", paramLabel = "ID", description = "Those of this batch's own events") @Nullable String batch,
            @Mixin ListOptions list)
            throws InterruptedException {
        JsonNode page = list.read(client.gateway(), deliveriesOf(webhook, job, batch), "deliveries");
        return client.show(page, out -> {
            new Table(DELIVERY_FIELDS).addAll(page.path("deliveries")).print(out);
            out.print(ListOptions.rest(page));
        });
    }

    @Command(name = "redeliver", description = "Deliver once more, under the same webhook-id.")
    int redeliver(@Mixin ClientCommand client, @Parameters(paramLabel = "DELIVERY") String delivery)
            throws InterruptedException {
        return client.showFields(
                client.gateway()
                        .post(
                                WEBHOOKS.below("deliveries", delivery, "redeliver")
                                        .text(),
                                ""),
                DELIVERY_FIELDS);
    }

    private static ResourcePath deliveriesOf(@Nullable String webhook, @Nullable String job, @Nullable String batch) {
        if (job != null) {
            return new ResourcePath("/api/jobs").below(job, "deliveries");
        }
        return batch != null
                ? new ResourcePath("/api/jobs/batch").below(batch, "deliveries")
                : WEBHOOKS.below("deliveries").with("webhook", webhook);
    }

    /** Where a webhook leads and what it is told. Secrets come from files, since other users of the machine see arguments. */
    static final class Target {
        @Option(names = "--to", required = true, paramLabel = "URL", description = "Address that events are posted to")
        String to = "";

        @Option(
                names = "--secret-file",
                paramLabel = "FILE",
                description = "File with the secret, whsec_ and base64; required for a new webhook")
        @Nullable Path secret;

        @Option(
                names = "--header-file",
                paramLabel = "NAME=FILE",
                description = "Header to send, with the file of its value; may be repeated")
        Map<String, Path> headers = new LinkedHashMap<>();

        @Option(
                names = "--event",
                paramLabel = "TYPE",
                description = "Type of event, or *; may be repeated (default: the ends of jobs and batches)")
        List<String> events = List.of();

        @Option(names = "--include-markdown", description = "job.completed contains the document")
        boolean includeMarkdown;

        @Option(names = "--include-metadata", description = "job.completed contains what the page said")
        boolean includeMetadata;

        String body() throws IOException {
            ObjectNode body = JsonNodeFactory.instance.objectNode().put("url", to);
            if (secret != null) {
                body.put("secret", read(secret));
            }
            if (!headers.isEmpty()) {
                ObjectNode values = body.putObject("headers");
                for (Map.Entry<String, Path> header : headers.entrySet()) {
                    values.put(header.getKey(), read(header.getValue()));
                }
            }
            if (!events.isEmpty()) {
                events.forEach(body.putArray("events")::add);
            }
            return body.put("include_markdown", includeMarkdown)
                    .put("include_metadata", includeMetadata)
                    .toString();
        }

        private static String read(Path file) throws IOException {
            if (!Files.isReadable(file)) {
                throw new GatewayException("file not found: " + file);
            }
            return Files.readString(file).strip();
        }
    }
}
