package io.eventjobs.gateway.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.error.ApiException;
import io.eventjobs.gateway.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PacedInputStreamTest {
    private final ManualTime time = new ManualTime();
    private final PacedInputStream body = new PacedInputStream(new ByteArrayInputStream(new byte[1 << 20]), time);

    @Test
    void maySayLittleInItsFirstTenSeconds() throws IOException {
        time.pass(Duration.ofSeconds(10));

        assertThat(body.read()).isZero();
    }

    @Test
    void isRefusedWhenItDripsLonger() throws IOException {
        body.read();
        time.pass(Duration.ofSeconds(11));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(body::read)
                .withMessage("The body arrives too slowly: it must have at least 32768 bytes per second.")
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.REQUEST_TIMEOUT));
    }

    @Test
    void mayTakeAsLongAsItsSizeNeedsAtTheMinimumRate() throws IOException {
        for (int second = 0; second < 32; second++) {
            time.pass(Duration.ofSeconds(1));
            assertThat(body.readNBytes(PacedInputStream.MIN_BYTES_PER_SECOND)).hasSize(32_768);
        }
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void isRefusedWhenAllOfItTakesLongerThanItMayHoweverFastItComes() throws IOException {
        PacedInputStream fast =
                new PacedInputStream(new ByteArrayInputStream(new byte[1 << 20]), time, Duration.ofSeconds(5));
        fast.readNBytes(1 << 18);
        time.pass(Duration.ofSeconds(6));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> fast.readNBytes(1 << 18))
                .withMessage("The body must have arrived within 5 seconds.");
    }
}
