package io.eventjobs.model.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
    private static final Instant MADE = Instant.parse("2026-02-01T09:30:00.123Z");
    private static final BatchKey BATCH = new BatchKey(new TenantId("default"), new BatchId("fosdem-2026"));

    @Property
    void anIdIsAUuidOfVersion7WithTheTimeInFront(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis, @ForAll long high, @ForAll long low) {
        UUID uuid = uuid(JobId.at(Instant.ofEpochMilli(millis), new UUID(high, low)));
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Property
    void idsSortByTheTimeTheyWereMade(
            @ForAll @LongRange(min = 0, max = 4_000_000_000_000L) long millis, @ForAll long high, @ForAll long low) {
        JobId earlier = JobId.at(Instant.ofEpochMilli(millis), new UUID(high, low));
        JobId later = JobId.at(Instant.ofEpochMilli(millis + 1), new UUID(low, high));
        assertThat(earlier.value()).isLessThan(later.value());
    }

    @Property
    void isWellFormedIfItMatchesTheFormThatErrorsName(
            @ForAll
                    @Chars({'a', 'z', 'A', 'Z', '0', '9', '.', '_', '-', '/', ':', '@', '[', '`', '{', 'é', ' '})
                    @StringLength(max = 3)
                    String start,
            @ForAll @StringLength(value = 98) @CharRange(from = 'a', to = 'b') String end) {
        Pattern form = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
        assertThat(Identifiers.isWellFormed(start))
                .isEqualTo(form.matcher(start).matches());
        assertThat(Identifiers.isWellFormed(start + end))
                .isEqualTo(form.matcher(start + end).matches());
    }

    @Test
    void jobIdsOfABatchAreDeterministic() {
        assertThat(JobId.inBatch(BATCH, MADE, 3)).isEqualTo(JobId.inBatch(BATCH, MADE, 3));
    }

    @Test
    void theJobsOfABatchHaveDifferentIds() {
        assertThat(IntStream.range(0, 5_000).mapToObj(index -> JobId.inBatch(BATCH, MADE, index)))
                .doesNotHaveDuplicates();
    }

    @Test
    void batchesOfTheSameNameInTwoTenantsHaveDifferentJobs() {
        BatchKey other = new BatchKey(new TenantId("other"), BATCH.id());
        assertThat(JobId.inBatch(other, MADE, 0)).isNotEqualTo(JobId.inBatch(BATCH, MADE, 0));
    }

    @Test
    void aBatchKeyIsParsedAsWritten() {
        assertThat(BatchKey.parse(BATCH.toString())).isEqualTo(BATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fosdem-2026", "a", "7", "A.b_c-d"})
    void aShortPlainTextIsAnIdentifier(String text) {
        assertThat(new BatchId(text).value()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", ".hidden", "-a", "_a", "a/b", "a\\b", "a b", "ä", "a\n", "a%2fb", "a\u0000"})
    void charactersThatNeedEscapingAreNotAllowed(String text) {
        assertThat(BatchId.isWellFormed(text)).isFalse();
        assertThat(JobId.isWellFormed(text)).isFalse();
        assertThatThrownBy(() -> new TenantId(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("tenant");
    }

    @Test
    void anIdentifierHasAHundredCharactersAtMost() {
        assertThat(BatchId.isWellFormed("a".repeat(100))).isTrue();
        assertThat(BatchId.isWellFormed("a".repeat(101))).isFalse();
    }

    private static UUID uuid(JobId id) {
        return UUID.fromString(id.value().substring("job-".length()));
    }
}
