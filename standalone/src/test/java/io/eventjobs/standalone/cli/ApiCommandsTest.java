package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.GatewayApplication;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import picocli.CommandLine;

/** Every operation of the API can be called from the command line, with its answer as JSON, too. */
class ApiCommandsTest {
    /** A command, and the request that it makes. */
    static final List<String> COMMANDS = List.of(
            "status job-1 -> GET /api/event-job/jobs/job-1",
            "watch job-1 -> GET /api/event-job/jobs/job-1",
            "jobs list --status failed --event FOSDEM -> GET /api/event-job/jobs?status=failed&event=FOSDEM&limit=50",
            "jobs list --search a/b --cursor c --limit 7 -> GET /api/event-job/jobs?q=a%2Fb&limit=7&cursor=c",
            "jobs show job-1 -> GET /api/event-job/jobs/job-1",
            "jobs logs job-1 -> GET /api/event-job/jobs/job-1/logs",
            "jobs events job-1 -> GET /api/event-job/jobs/job-1/events",
            "jobs restart job-1 -> POST /api/event-job/jobs/job-1/restart {}",
            "jobs cancel job-1 -> POST /api/event-job/jobs/job-1/cancel",
            "jobs delete job-1 -> DELETE /api/event-job/jobs/job-1",
            "batches list --active false --archived true -> GET /api/event-job/batches?archived=true&active=false&limit=50",
            "batches show b -> GET /api/event-job/batches/b?limit=1",
            "batches jobs b --status failed -> GET /api/event-job/batches/b/jobs?status=failed&limit=50",
            "batches pause b -> POST /api/event-job/batches/b/toggle-active {\"active\": false}",
            "batches resume b -> POST /api/event-job/batches/b/toggle-active {\"active\": true}",
            "batches restart b --only all -> POST /api/event-job/batches/b/restart {\"only\":\"all\"}",
            "batches cancel b -> POST /api/event-job/batches/b/cancel {}",
            "batches fail b --reason why -> POST /api/event-job/batches/fail-all {\"batch_id\":\"b\",\"reason\":\"why\"}",
            "batches change-language b fr -> POST /api/event-job/batches/b/change-language {\"target_language\":\"fr\"}",
            "batches archive b -> POST /api/event-job/batches/b/archive",
            "batches unarchive b -> POST /api/event-job/batches/b/unarchive",
            "batches delete b -> DELETE /api/event-job/batches/b",
            "conferences list -> GET /api/event-job/events",
            "conferences restart FOSDEM --no-cache -> POST /api/event-job/events/FOSDEM/restart {\"use_cache\":false}",
            "uploads show upload:upload-1/slides.pdf -> GET /api/event-job/uploads/upload-1",
            "uploads delete upload-1 -> DELETE /api/event-job/uploads/upload-1",
            "templates list -> GET /api/event-job/templates",
            "templates show Mine -> GET /api/event-job/templates/Mine",
            "templates delete Mine -> DELETE /api/event-job/templates/Mine",
            "dead-letters list --state replayed -> GET /api/ops/dead-letters?state=replayed&limit=50",
            "dead-letters show job-1 -> GET /api/ops/dead-letters/job-1",
            "dead-letters discard job-1 -> POST /api/ops/dead-letters/discard {\"ids\":[\"job-1\"],\"dry_run\":false}",
            "replays list -> GET /api/ops/replays?limit=50",
            "replays show r -> GET /api/ops/replays/r",
            "replays cancel r -> POST /api/ops/replays/r/cancel",
            "webhooks list -> GET /api/webhooks",
            "webhooks show finished -> GET /api/webhooks/finished",
            "webhooks put finished --to https://example.com/hook --event job.failed --include-markdown -> PUT /api/webhooks/finished"
                    + " {\"url\":\"https://example.com/hook\",\"events\":[\"job.failed\"],\"include_markdown\":true,\"include_metadata\":false}",
            "webhooks delete finished -> DELETE /api/webhooks/finished",
            "webhooks deliveries --webhook finished -> GET /api/webhooks/deliveries?webhook=finished&limit=50",
            "webhooks deliveries --job job-1 -> GET /api/jobs/job-1/deliveries?limit=50",
            "webhooks deliveries --batch b --limit 7 -> GET /api/jobs/batch/b/deliveries?limit=7",
            "webhooks redeliver delivery-1 -> POST /api/webhooks/deliveries/delivery-1/redeliver",
            "queue show -> GET /api/ops/queue",
            "queue pause -> POST /api/ops/queue/pause",
            "queue resume -> POST /api/ops/queue/resume",
            "keys create --tenant acme --role viewer -> POST /api/ops/keys {\"tenant\":\"acme\",\"role\":\"viewer\"}",
            "keys list --tenant acme -> GET /api/ops/keys?tenant=acme&limit=50",
            "keys show key-1 -> GET /api/ops/keys/key-1",
            "keys rotate key-1 --overlap 60 -> POST /api/ops/keys/key-1/rotate {\"overlap_seconds\":60}",
            "keys revoke key-1 -> DELETE /api/ops/keys/key-1",
            "audit -> GET /api/ops/audit?limit=50");

    /** Requests of commands whose own tests send files, or need ZIPs or events for answers. */
    private static final List<String> TESTED_ELSEWHERE = List.of(
            "POST /api/event-job/jobs",
            "POST /api/event-job/batches",
            "POST /api/event-job/uploads",
            "PUT /api/event-job/templates/Mine",
            "POST /api/ops/dead-letters/replay",
            "GET /api/event-job/files/a",
            "GET /api/event-job/jobs/job-1/download-archive",
            "GET /api/event-job/batches/b/archive",
            "GET /api/event-job/events/FOSDEM/archive",
            "POST /api/event-job/job-1/restart",
            "GET /api/jobs/job-1/stream",
            "GET /api/jobs/batch/b/stream",
            "GET /api/ops/stream",
            "GET /api/ops/audit/export");

    /** What the console has, and other forms of requests that commands make. */
    private static final Pattern NO_COMMAND =
            Pattern.compile("POST /api/jobs(/batch)?|GET /api/jobs/\\{id}/download-archive");

    private final FakeGateway gateway = new FakeGateway();

    @AfterEach
    void close() {
        gateway.close();
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aCommandMakesItsRequest(String line) {
        gateway.answering("{\"status\": \"completed\"}");

        int code = gateway.run(line.split(" -> ")[0].split(" "));

        assertThat(code).as(gateway.err()).isZero();
        assertThat(gateway.requests()).containsExactly(line.split(" -> ")[1]);
    }

    @ParameterizedTest
    @FieldSource("COMMANDS")
    void aCommandPrintsTheAnswerAsJson(String line) {
        String answer = "{\"status\": \"completed\", \"odd\": 7}";
        gateway.answering(answer);

        gateway.run((line.split(" -> ")[0] + " --json").split(" "));

        assertThat(gateway.out())
                .contains("7")
                .satisfiesAnyOf(out -> assertThat(out).contains("\"odd\" : 7"), out -> assertThat(out)
                        .contains("\\\"odd\\\": 7"));
    }

    @Test
    void everyOperationHasACommand() {
        List<String> known = new ArrayList<>(TESTED_ELSEWHERE);
        COMMANDS.forEach(line -> known.add(line.split(" -> ")[1]));

        List<List<String>> missing = operations()
                .filter(operation -> operation.stream()
                        .noneMatch(address -> NO_COMMAND.matcher(address).matches()))
                .filter(operation -> operation.stream()
                        .noneMatch(address -> known.stream().anyMatch(request -> matches(address, request))))
                .toList();

        assertThat(missing).isEmpty();
    }

    /** The demo tells a story; what it did can be asked for with the other commands. */
    @Test
    void everyCommandThatCallsTheGatewayCanPrintJson() {
        List<String> without = commands(EventJobs.commandLine())
                .filter(command -> command.getCommandSpec().findOption("--url") != null)
                .filter(command -> !command.getCommandName().equals("demo"))
                .filter(command -> command.getCommandSpec().findOption("--json") == null)
                .map(command -> command.getCommandSpec().qualifiedName())
                .toList();

        assertThat(without).isEmpty();
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(ApiCommandsTest::commands));
    }

    /** Each with its addresses, as {@code GET /api/event-job/jobs/{id}}, from the controllers. */
    private static Stream<List<String>> operations() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents(GatewayApplication.class.getPackageName()).stream()
                .map(found -> loaded(String.valueOf(found.getBeanClassName())))
                .flatMap(controller -> Arrays.stream(controller.getDeclaredMethods()))
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class))
                .filter(mapping -> mapping != null)
                .map(mapping -> Arrays.stream(mapping.path())
                        .filter(path -> path.startsWith("/api/"))
                        .map(path -> mapping.method()[0] + " " + path)
                        .toList())
                .filter(addresses -> !addresses.isEmpty());
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean matches(String operation, String request) {
        String bare = request.split(" ")[0] + " " + request.split(" ")[1].replaceFirst("\\?.*", "");
        String pattern = Pattern.quote(operation).replaceAll("\\{\\*?\\w+}", "\\\\E[^/]+\\\\Q");
        return bare.matches(pattern.replace("/\\E[^/]+\\Q", "/\\E[^/]+\\Q"));
    }
}
