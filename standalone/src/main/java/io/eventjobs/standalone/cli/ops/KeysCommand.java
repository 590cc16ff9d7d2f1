package io.eventjobs.standalone.cli.ops;

import io.eventjobs.standalone.client.ClientCommand;
import io.eventjobs.standalone.client.ListOptions;
import io.eventjobs.standalone.client.ResourcePath;
import io.eventjobs.standalone.client.Table;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Manages API keys. A key is printed by the command that made it, and by no other. */
@Command(
        name = "keys",
        description = "Manage API keys: create, list, show, rotate, revoke.",
        synopsisSubcommandLabel = "COMMAND")
public final class KeysCommand {
    private static final String[] FIELDS = {
        "key_id", "tenant", "role", "name", "status", "created_at", "expires_at", "last_used_at", "replaces", "key"
    };

    @Command(name = "create", description = "Create a key, and print it: it is not shown again.")
    int create(
            @Mixin ClientCommand client,
            @Option(names = "--tenant", required = true, description = "What the key creates belongs to it")
                    String tenant,
            @Option(names = "--role", required = true, description = "viewer, submitter or operator") String role,
            @Option(names = "--name", description = "For people, to know whose it is (default: tenant and role)")
                    @Nullable String name,
            @Option(
                            names = "--expires-at",
                            paramLabel = "TIME",
                            description = "As 2030-01-31T09:30:00Z (default: never)")
                    @Nullable String expiresAt)
            throws InterruptedException {
        ObjectNode body = client.gateway().mapper().createObjectNode();
        body.put("tenant", tenant);
        body.put("role", role);
        if (name != null) {
            body.put("name", name);
        }
        if (expiresAt != null) {
            body.put("expires_at", expiresAt);
        }
        return client.showFields(client.gateway().post(ResourcePath.ops("keys").text(), body.toString()), FIELDS);
    }

    @Command(name = "list", description = "List keys, newest first; never the keys themselves.")
    int list(
            @Mixin ClientCommand client,
            @Mixin ListOptions part,
            @Option(names = "--tenant", description = "Only keys of this tenant") @Nullable String tenant)
            throws InterruptedException {
        JsonNode page = part.read(client.gateway(), ResourcePath.ops("keys").with("tenant", tenant), "keys");
        return client.show(page, out -> {
            new Table("key_id", "tenant", "role", "name", "status", "expires_at", "last_used_at")
                    .addAll(page.path("keys"))
                    .print(out);
            ListOptions.rest(page).lines().forEach(out::println);
        });
    }

    @Command(name = "show", description = "Show a key; never the key itself.")
    int show(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showFields(
                client.gateway().get(ResourcePath.ops("keys", id).text()), FIELDS);
    }

    @Command(
            name = "rotate",
            description = "Create a key in place of another one, and print it. The old one expires after the overlap.")
    int rotate(
            @Mixin ClientCommand client,
            @Parameters(paramLabel = "ID") String id,
            @Option(
                            names = "--overlap",
                            paramLabel = "SECONDS",
                            defaultValue = "86400",
                            description = "How long the old key is still good (default: ${DEFAULT-VALUE})")
                    int overlap)
            throws InterruptedException {
        String body = client.gateway()
                .mapper()
                .createObjectNode()
                .put("overlap_seconds", overlap)
                .toString();
        return client.showFields(
                client.gateway().post(ResourcePath.ops("keys", id, "rotate").text(), body), FIELDS);
    }

    @Command(name = "revoke", description = "Revoke a key: every gateway refuses it within 5 s.")
    int revoke(@Mixin ClientCommand client, @Parameters(paramLabel = "ID") String id) throws InterruptedException {
        return client.showFields(
                client.gateway().delete(ResourcePath.ops("keys", id).text()), FIELDS);
    }
}
