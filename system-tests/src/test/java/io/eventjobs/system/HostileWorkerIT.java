package io.eventjobs.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.process.SingleProcess;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whoever may write to Kafka can send any report; what a job's own execution did not send changes nothing, and is counted. */
@ExtendWith(SystemUnderTest.class)
class HostileWorkerIT {
    private static final String REPORTS = "event-jobs.reports";
    private static final int RUNNING_MILLIS = 16_000;

    private final Gateway gateway;
    private final TestSite site;
    private final KafkaMessages messages;

    HostileWorkerIT(Gateway gateway, TestSite site, SingleProcess machine) {
        this.gateway = gateway;
        this.site = site;
        this.messages = new KafkaMessages(machine);
    }

    @Test
    void aForgedReportEndsNoJobOfOthersAndIsCounted() {
        ObjectNode completed = completedReport();
        String victim = running();
        double refused = metric("event_jobs_reports_refused_total");

        // Of a job that another execution holds, also under a key that leads to another partition.
        ObjectNode forged = completed.deepCopy();
        of(forged).put("job_id", victim);
        send(victim, forged);
        send("another-key", forged);
        of(forged).put("token", 1);
        send(victim, forged);
        ObjectNode failed = forged.deepCopy();
        failed.put("type", "interrupted");
        failed.put("reason", "drain");
        send(victim, failed);

        Progress.await(
                "they are counted", () -> metric("event_jobs_reports_refused_total") > refused, Boolean::booleanValue);
        isUntouched(victim);
        gateway.awaitStatus(victim, "completed");
        assertThat(gateway.job(victim).path("results").path("markdown_file").isString())
                .isFalse();
    }

    @Test
    void evenTheHolderNamesNoFilesOfOthers() {
        ObjectNode completed = completedReport();
        String job = running();
        double unreadable = metric("event_jobs_reports_unreadable_total");
        ObjectNode own = (ObjectNode) Gateway.json(text(lastReport(job)));

        ObjectNode reaching = completed.deepCopy();
        of(reaching).setAll(of(own));
        String elsewhere =
                text(reaching).replaceFirst("\"path\":\"[^\"]*\"", "\"path\":\"../../other/x1-e/secret.md\"");
        assertThat(elsewhere).contains("secret.md");
        messages.send(REPORTS, job, elsewhere.getBytes(StandardCharsets.UTF_8));

        Progress.await(
                "it is counted",
                () -> metric("event_jobs_reports_unreadable_total") > unreadable,
                Boolean::booleanValue);
        isUntouched(job);
        gateway.awaitStatus(job, "completed");
    }

    @Test
    void reportsOfAnySizeAndFormBlockNothing() {
        String nonsense = "{\"type\":\"completed\",\"of\":{\"job_id\":\"" + "x".repeat(900_000) + "\"}}";
        for (String report : List.of(nonsense, "[".repeat(100_000), "null", "{\"type\":\"presence\",\"slots\":-1}")) {
            messages.send(REPORTS, UUID.randomUUID().toString(), report.getBytes(StandardCharsets.UTF_8));
        }

        gateway.awaitStatus(gateway.submitNoop(1), "completed");
    }

    /** Such a report has no execution that could be compared: the gateway compares the command. */
    @Test
    void aReportThatACommandIsUnreadableIsNotBelieved() {
        String job = running();
        long letters = unreadableMessages();
        double refused = metric("event_jobs_reports_refused_total");
        for (int partition = -1; partition < 5; partition++) {
            String forged =
                    """
                    {"type":"undecodable","version":1,"worker_id":"worker-x","key":"%s","partition":%d,"offset":0,
                    "reason":"forged","bytes":"e30="}"""
                            .formatted(job, partition);
            messages.send(REPORTS, job, forged.getBytes(StandardCharsets.UTF_8));
        }

        Progress.await(
                "they are counted",
                () -> metric("event_jobs_reports_refused_total") >= refused + 6,
                Boolean::booleanValue);
        isUntouched(job);
        assertThat(unreadableMessages()).isEqualTo(letters);
        gateway.awaitStatus(job, "completed");
    }

    private long unreadableMessages() {
        String query = "/api/ops/dead-letters?code=UNREADABLE_MESSAGE&topic=commands&limit=500";
        return Gateway.data(gateway.get(query), 200).path("dead_letters").size();
    }

    /** What the worker of a session sent at its end. */
    private ObjectNode completedReport() {
        String job = gateway.submit("Forged " + UUID.randomUUID(), site.address("/forged"));
        assertThat(gateway.awaitFinished(job).path("status").asString()).isEqualTo("completed");
        return messages.ofKey(REPORTS, job).stream()
                .map(message -> (ObjectNode) Gateway.json(new String(message.value(), StandardCharsets.UTF_8)))
                .filter(report -> text(report).contains("\"results\""))
                .findFirst()
                .orElseThrow();
    }

    private String running() {
        String job = gateway.submitNoop(RUNNING_MILLIS);
        gateway.awaitStatus(job, "processing");
        return job;
    }

    /** A job that was assigned has none before its first heartbeat. */
    private JsonNode lastReport(String job) {
        List<ConsumerRecord<String, byte[]>> sent = Progress.await(
                "its worker has reported", () -> messages.ofKey(REPORTS, job), reports -> !reports.isEmpty());
        return Gateway.json(new String(sent.getLast().value(), StandardCharsets.UTF_8));
    }

    private void isUntouched(String job) {
        Progress.holds(
                Duration.ofSeconds(1),
                () -> assertThat(gateway.job(job).path("status").asString()).isEqualTo("processing"));
    }

    private static ObjectNode of(ObjectNode report) {
        return (ObjectNode) report.path("of");
    }

    private void send(String key, ObjectNode report) {
        messages.send(REPORTS, key, text(report).getBytes(StandardCharsets.UTF_8));
    }

    private static String text(JsonNode node) {
        return node.toString();
    }

    private double metric(String name) {
        return new String(gateway.get("/actuator/prometheus").body(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith(name + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1)))
                .findFirst()
                .orElse(0);
    }
}
