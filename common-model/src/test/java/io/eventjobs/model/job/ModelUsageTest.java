package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.codec.WireFormat;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ModelUsageTest {
    @Test
    void addsUpUsageOfOneModelByOneStep() {
        ModelUsage all = ModelUsage.ofText("summary", "m", 100, 20, new BigDecimal("0.01"))
                .plus(ModelUsage.ofText("summary", "m", 50, 10, new BigDecimal("0.005")))
                .plus(ModelUsage.reused("summary", "m"));

        assertThat(all).isEqualTo(new ModelUsage("summary", "m", 2, 150, 30, 0, new BigDecimal("0.015")));
    }

    @Test
    void omitsAnUnknownCost() {
        assertThat(WireFormat.mapper().writeValueAsString(ModelUsage.ofSpeech("transcript", "m", 61.5, null)))
                .isEqualTo("{\"step\":\"transcript\",\"model\":\"m\",\"calls\":1,\"input_tokens\":0,"
                        + "\"output_tokens\":0,\"audio_seconds\":61.5}");
    }
}
