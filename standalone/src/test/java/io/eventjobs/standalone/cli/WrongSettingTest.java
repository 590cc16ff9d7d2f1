package io.eventjobs.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.eventjobs.worker.WorkerApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrongSettingTest {
    @ParameterizedTest
    @CsvSource({
        "event-jobs.worker.claim-timeout=1ms, 'event-jobs.worker.claim-timeout must be longer than or equal to 100 millis, but is PT0.001S'",
        "event-jobs.worker.slots=0, 'event-jobs.worker.slots must be greater than or equal to 1, but is 0'",
        "event-jobs.worker.slots=many, 'event-jobs.worker.slots: many is not allowed: For input string: \"many\"'"
    })
    void isNamedWithWhatIsAllowed(String setting, String sentence) {
        Throwable fault = catchThrowable(() -> WorkerApplication.application().run("--" + setting));

        assertThat(WrongSetting.words(fault)).contains(sentence);
    }

    @Test
    void isNotTheReasonOfEveryFault() {
        assertThat(WrongSetting.words(new IllegalStateException("port in use", new RuntimeException("inner"))))
                .isEmpty();
    }
}
