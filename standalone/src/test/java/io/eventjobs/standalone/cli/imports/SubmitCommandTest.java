package io.eventjobs.standalone.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.standalone.cli.FakeGateway;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubmitCommandTest {
    private final FakeGateway gateway = new FakeGateway();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aRequestOfTheApiIsSentAsItIs() throws IOException {
        String job = "{\"event\": \"E\", \"session\": \"S\", \"url\": \"https://example.com/s\"}";
        gateway.answering(
                "{\"job_id\": \"job-1\"}", "{\"batch_id\": \"b\", \"job_count\": 1}", "{\"job_id\": \"job-2\"}");
        String general = "{\"job_type\": \"page\", \"parameters\": {\"url\": \"https://example.com\"}}";

        submit(job);
        submit("{\"batch_name\": \"B\", \"jobs\": [" + job + "]}");
        submit(general);

        assertThat(gateway.requests())
                .containsExactly(
                        "POST /api/event-job/jobs " + job,
                        "POST /api/event-job/batches {\"batch_name\": \"B\", \"jobs\": [" + job + "]}",
                        "POST /api/jobs " + general);
        assertThat(gateway.out().lines()).containsExactly("job-1", "b", "job-2");
    }

    @Test
    void aTableBecomesABatch() throws IOException {
        gateway.answering("{\"batch_id\": \"b\", \"job_count\": 2}");

        int code = submit(
                """
                Title,URL,Track,Start,Speakers
                "Lock-free, simply",https://example.com/1,Java,10:00,Ada L; Bo
                "She said ""no\""",https://example.com/2,,,
                """,
                "--event",
                "Days 2026",
                "--language",
                "en");

        assertThat(code).as(gateway.err()).isZero();
        assertThat(gateway.requests())
                .containsExactly(
                        "POST /api/event-job/batches {\"batch_name\":\"Days 2026\",\"jobs\":["
                                + "{\"session\":\"Lock-free, simply\",\"url\":\"https://example.com/1\",\"track\":\"Java\",\"starttime\":\"10:00\","
                                + "\"speakers\":[\"Ada L\",\"Bo\"],\"event\":\"Days 2026\",\"target_language\":\"en\"},"
                                + "{\"session\":\"She said \\\"no\\\"\",\"url\":\"https://example.com/2\",\"event\":\"Days 2026\",\"target_language\":\"en\"}]}");
    }

    @Test
    void aListOfSessionsBecomesABatch() throws IOException {
        gateway.answering("{\"batch_id\": \"b\", \"job_count\": 1}");

        submit("[{\"event\": \"E\", \"session\": \"S\", \"url\": \"https://example.com/s\"}]", "--batch-name", "Mine");

        assertThat(gateway.requests().getFirst())
                .startsWith(
                        "POST /api/event-job/batches {\"batch_name\":\"Mine\",\"jobs\":[{\"event\":\"E\",\"session\":\"S\"");
    }

    @Test
    void addressesBecomeABatchWithNamesFromThem() throws IOException {
        submit("# Monday\nhttps://example.com/talks/lock-free_code.html\n\nhttps://example.com/\n", "--event", "E");
        gateway.run("submit", "https://example.com/a%20b?x=1", "https://example.com/c", "--event", "E");

        assertThat(gateway.requests().getFirst())
                .contains("\"session\":\"Lock free code\"", "\"session\":\"https://example.com/\"");
        assertThat(gateway.requests().getLast()).contains("\"session\":\"A b\"", "\"session\":\"C\"");
    }

    @Test
    void aScheduleIsImported() throws IOException {
        gateway.answering("{\"jobs\": []}", "{\"batch_id\": \"b\"}");

        submit("{\"schedule\": {\"conference\": {\"title\": \"Days\"}, \"events\": "
                + "[{\"id\": 1, \"title\": \"One\", \"url\": \"https://example.com/1\", \"track\": \"Main\"}]}}");

        assertThat(gateway.out()).contains("Days: 1 sessions in 1 tracks", "Main: 1 new");
        assertThat(gateway.requests()).hasSize(2);
    }

    @Test
    void aDryRunSendsNothing() throws IOException {
        submit(
                "url,session,track\nhttps://example.com/1,One,A\nhttps://example.com/2,Two,B\n",
                "--event",
                "E",
                "--dry-run",
                "--track",
                "b");

        assertThat(gateway.requests()).isEmpty();
        assertThat(gateway.out())
                .contains("Two", "Would submit 1 job in 1 batch")
                .doesNotContain("One");
    }

    @ParameterizedTest
    @CsvSource({
        "'url,sesion', 'unknown column: sesion; did you mean session?'",
        "'url,colour', 'unknown column: colour; the columns are: '",
        "'url,session\n\"https://example.com', 'a value in quotes is never closed'",
        "'what is this', 'is neither a schedule, nor JSON'",
        "'{\"url\": }', 'is not valid JSON: line 1'"
    })
    void whatCannotBeReadIsRefusedWithTheReason(String text, String reason) throws IOException {
        assertThat(submit(text, "--event", "E")).isOne();

        assertThat(gateway.err()).contains(reason);
        assertThat(gateway.requests()).isEmpty();
    }

    @Test
    void sessionsNeedAConference() throws IOException {
        assertThat(submit("https://example.com/talk")).isEqualTo(2);

        assertThat(gateway.err()).contains("--event is required: the session Talk names no conference");
    }

    private int submit(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("source"), text);
        String[] all = new String[options.length + 2];
        all[0] = "submit";
        all[1] = file.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return gateway.run(all);
    }
}
