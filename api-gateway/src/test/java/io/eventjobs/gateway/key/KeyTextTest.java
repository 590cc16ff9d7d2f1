package io.eventjobs.gateway.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.job.Jobs;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTextTest {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final KeyText key = KeyText.generated(Jobs.NOW, RANDOM);
    private final KeyHasher hasher = hasher("a pepper");

    @Test
    void isRecognisedAndSaysItsId() {
        assertThat(key.text()).matches("ej_[0-9a-f]{32}_[A-Za-z0-9_-]{43}");
        assertThat(KeyText.isId(key.id())).isTrue();
        assertThat(KeyText.parse(key.text())).contains(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "event-jobs", "ej_", "ej_00_00", "key-0199f0c1-7c3b-7000-8000-000000000001"})
    void isNothingElse(String text) {
        assertThat(KeyText.parse(text)).isEmpty();
    }

    @Test
    void isNotShownByAccident() {
        assertThat(key.toString()).isEqualTo(key.id()).doesNotContain(key.secret());
    }

    @Test
    void twoAreNeverTheSame() {
        KeyText another = KeyText.generated(Jobs.NOW, RANDOM);

        assertThat(another.id()).isNotEqualTo(key.id());
        assertThat(another.secret()).isNotEqualTo(key.secret());
    }

    @Test
    void isFoundByItsHash() {
        String stored = hasher.hash(key);

        assertThat(hasher.matches(key, stored)).isTrue();
        assertThat(stored).doesNotContain(key.secret());
    }

    @Test
    void anotherSecretDoesNotMatch() {
        KeyText guess =
                new KeyText(key.id(), KeyText.generated(Jobs.NOW, RANDOM).secret());

        assertThat(hasher.matches(guess, hasher.hash(key))).isFalse();
    }

    @Test
    void theHashOfOneRecordIsOfNoUseInAnother() {
        KeyText elsewhere = new KeyText(KeyText.generated(Jobs.NOW, RANDOM).id(), key.secret());

        assertThat(hasher.matches(elsewhere, hasher.hash(key))).isFalse();
    }

    @Test
    void whoeverDoesNotKnowThePepperCannotMakeAHash() {
        assertThat(hasher.matches(key, hasher("another pepper").hash(key))).isFalse();
    }

    private static KeyHasher hasher(String pepper) {
        return new KeyHasher(pepper.getBytes(StandardCharsets.UTF_8));
    }
}
