package io.eventjobs.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryArtifactStoreTest extends ArtifactStoreContract {
    private final InMemoryArtifactStore store = new InMemoryArtifactStore();

    @Override
    public ArtifactStore store() {
        return store;
    }

    @Test
    void failsWhileUnavailableAndKeepsItsObjects() {
        store.put("a", new byte[1], "text/plain");

        store.goAway();

        assertThatExceptionOfType(ArtifactStoreException.class).isThrownBy(() -> store.open("a"));
        assertThatExceptionOfType(ArtifactStoreException.class).isThrownBy(() -> store.find("a"));
        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> store.put("b", new byte[1], "text/plain"));
        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> store.putIfAbsent("b", new byte[1], "text/plain"));
        assertThatExceptionOfType(ArtifactStoreException.class).isThrownBy(() -> store.list("", "", 1));
        assertThatExceptionOfType(ArtifactStoreException.class).isThrownBy(() -> store.delete(List.of("a")));
        assertThatExceptionOfType(ArtifactStoreException.class).isThrownBy(store::prepare);
        store.comeBack();
        assertThat(store.list("", "", 10)).containsExactly("a");
    }

    @Test
    void refusesAKeyThatIsAPrefixOfAnother() {
        store.put("a/b/c", new byte[1], "text/plain");

        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> store.put("a/b", new byte[1], "text/plain"));
        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> store.put("a/b/c/d", new byte[1], "text/plain"));
        assertThat(store.keys()).containsExactly("a/b/c");
    }
}
