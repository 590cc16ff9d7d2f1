package io.eventjobs.standalone.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiKeyTest {
    @TempDir
    private Path folder;

    @Test
    void isTheOneThatEverybodyKnowsIfNoneIsGiven() {
        assertThat(ApiKey.of(null, Map.of())).isEqualTo("event-jobs");
        assertThat(ApiKey.of(null, Map.of("EVENT_JOBS_API_KEY", ""))).isEqualTo("event-jobs");
    }

    @Test
    void isTakenFromTheOptionBeforeTheEnvironmentAndFromThereBeforeTheFile() throws IOException {
        String file = Files.writeString(folder.resolve("key"), "of the file\n").toString();
        Map<String, String> both = Map.of("EVENT_JOBS_API_KEY", "of the environment", "EVENT_JOBS_API_KEY_FILE", file);

        assertThat(ApiKey.of("of the option", both)).isEqualTo("of the option");
        assertThat(ApiKey.of(null, both)).isEqualTo("of the environment");
        assertThat(ApiKey.of(null, Map.of("EVENT_JOBS_API_KEY_FILE", file))).isEqualTo("of the file");
    }

    @Test
    void isNeverTheKnownOneInsteadOfAFileThatHoldsNone() throws IOException {
        String empty = Files.writeString(folder.resolve("empty"), " \n").toString();
        String absent = folder.resolve("absent").toString();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> ApiKey.of(null, Map.of("EVENT_JOBS_API_KEY_FILE", empty)))
                .withMessageContaining("is empty");
        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> ApiKey.of(null, Map.of("EVENT_JOBS_API_KEY_FILE", absent)))
                .withMessageContaining("cannot be read");
    }
}
