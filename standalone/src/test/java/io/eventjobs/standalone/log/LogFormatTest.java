package io.eventjobs.standalone.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LogFormatTest {
    private final LoggerContext context = new LoggerContext();
    private final LogbackMDCAdapter diagnostics = new LogbackMDCAdapter();

    LogFormatTest() {
        context.setMDCAdapter(diagnostics);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void textIsALineForPeople() throws Exception {
        String line = logged(
                "text", log -> log.atWarn().addKeyValue("job_id", "job-1").log("Lease expired"));

        assertThat(line).matches("(?s)\\d\\d:\\d\\d:\\d\\d\\.\\d{3} WARN  Example: Lease expired job_id=\"job-1\"\\R");
    }

    @Test
    void jsonHasTheNamesOfTheElasticCommonSchema() throws Exception {
        JsonNode line = json(log -> log.atWarn()
                .addKeyValue("job_id", "job-1")
                .setCause(new IllegalStateException("no \"quotes\""))
                .log("Lease\nexpired"));

        assertThat(line.propertyNames())
                .contains("@timestamp", "log.level", "log.logger", "process.thread.name", "message", "ecs.version");
        assertThat(line.path("message").asString()).isEqualTo("Lease\nexpired");
        assertThat(line.path("log.level").asString()).isEqualTo("WARN");
        assertThat(line.path("@timestamp").asString()).endsWith("Z");
        assertThat(line.path("job_id").asString()).isEqualTo("job-1");
        assertThat(line.path("error.type").asString()).endsWith("IllegalStateException");
        assertThat(line.path("error.stack_trace").asString()).contains("no \"quotes\"");
    }

    @Test
    void aFieldOfTheThreadsContextIsWrittenUnlessTheLineSaysItItself() throws Exception {
        diagnostics.put("job_id", "job-of-the-thread");
        diagnostics.put("trace.id", "4bf92f3577b34da6a3ce929d0e0e4736");

        String line = logged(
                "json", log -> log.atInfo().addKeyValue("job_id", "job-1").log("Stored"));

        assertThat(line).containsOnlyOnce("\"job_id\"").contains("\"job_id\":\"job-1\"");
        assertThat(line).contains("\"trace.id\":\"4bf92f3577b34da6a3ce929d0e0e4736\"");
    }

    @Test
    void aFormatThatDoesNotExistIsRefusedWithThoseThatDo() {
        assertThat(LogFormat.fault("xml")).hasValue("EVENT_JOBS_LOG_FORMAT must be text or json, not 'xml'");
        assertThat(LogFormat.fault("json")).isEmpty();
        assertThat(LogFormat.fault("text")).isEmpty();
    }

    private JsonNode json(Line line) throws Exception {
        String written = logged("json", line);
        assertThat(written.strip().lines()).hasSize(1);
        return new JsonMapper().readTree(written);
    }

    /** What the configured appender writes for a line. */
    private String logged(String format, Line line) throws Exception {
        context.putProperty(LogFormat.VARIABLE, format);
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Objects.requireNonNull(getClass().getResource("/logback.xml")));
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        ConsoleAppender<ILoggingEvent> console = (ConsoleAppender<ILoggingEvent>) root.getAppender("console");
        Encoder<ILoggingEvent> encoder = console.getEncoder();
        root.detachAppender(console);
        ListAppender<ILoggingEvent> kept = new ListAppender<>();
        kept.setContext(context);
        kept.start();
        root.addAppender(kept);
        line.log(context.getLogger("io.eventjobs.Example"));
        return of(encoder, kept.list);
    }

    private static String of(Encoder<ILoggingEvent> encoder, List<ILoggingEvent> events) {
        assertThat(events).hasSize(1);
        return new String(encoder.encode(events.getFirst()), StandardCharsets.UTF_8);
    }

    private interface Line {
        void log(Logger log);
    }
}
