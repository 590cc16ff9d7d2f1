package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SourceParametersTest {
    @ParameterizedTest
    @EnumSource(names = {"PAGE", "DOCUMENT", "TRANSCRIPT"})
    void areThoseOfOneAddress(JobType type) {
        SourceParameters parameters = parameters(type);

        assertThat(parameters.jobType()).isEqualTo(type);
        assertThat(parameters.addresses()).isEqualTo(Map.of("url", "https://example.org/"));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"PAGE", "DOCUMENT", "TRANSCRIPT"})
    void refuseAJobOfAnotherType(JobType type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(type))
                .withMessageContaining("page, document or transcript")
                .withMessageContaining(type.word());
    }

    @Test
    void keepEverythingElseWhenLanguageOrCacheChanges() {
        SourceParameters parameters = parameters(JobType.PAGE);

        assertThat(parameters.withTargetLanguage("fr").targetLanguage()).isEqualTo("fr");
        assertThat(parameters.withTargetLanguage("fr").withTargetLanguage("de")).isEqualTo(parameters);
        assertThat(parameters.withUseCache(false).useCache()).isFalse();
        assertThat(parameters.withUseCache(false).withUseCache(true)).isEqualTo(parameters);
    }

    private static SourceParameters parameters(JobType type) {
        return new SourceParameters(
                type, "https://example.org/", "Conf", "Rust", "Venue", "venue.md", "en", "de", true);
    }
}
