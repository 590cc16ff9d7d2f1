package io.eventjobs.gateway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.eventjobs.artifact.ArtifactStore;
import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.ForwardingArtifactStore;
import io.eventjobs.artifact.InMemoryArtifactStore;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BucketCreatingStoreTest {
    private final InMemoryArtifactStore memory = new InMemoryArtifactStore();
    private final List<String> calls = new ArrayList<>();
    private final ArtifactStore store = new BucketCreatingStore(new RecordedCalls(memory, calls));

    @Test
    void createsTheBucketBeforeTheFirstCall() {
        store.put("a", new byte[] {1}, "text/plain");
        assertThat(calls).containsExactly("prepare", "put a");
        assertThat(memory.keys()).containsExactly("a");
    }

    @Test
    void createsItOnceOnly() {
        store.put("a", new byte[] {1}, "text/plain");
        store.put("b", new byte[] {1}, "text/plain");
        assertThat(calls).containsExactly("prepare", "put a", "put b");
    }

    @Test
    void triesAgainAtTheNextCallIfTheStoreWasAway() {
        memory.goAway();
        assertThatExceptionOfType(ArtifactStoreException.class)
                .isThrownBy(() -> store.put("a", new byte[] {1}, "text/plain"));
        memory.comeBack();
        store.put("b", new byte[] {1}, "text/plain");
        assertThat(calls).containsExactly("prepare", "prepare", "put b");
    }

    @Test
    void checksTheBucketWheneverHealthAsks() {
        store.prepare();
        store.prepare();
        assertThat(calls).containsExactly("prepare", "prepare");
    }

    private static final class RecordedCalls extends ForwardingArtifactStore {
        private final List<String> calls;

        RecordedCalls(ArtifactStore store, List<String> calls) {
            super(store);
            this.calls = calls;
        }

        @Override
        public void prepare() {
            calls.add("prepare");
            super.prepare();
        }

        @Override
        public void put(String key, byte[] content, String contentType) {
            calls.add("put " + key);
            super.put(key, content, contentType);
        }
    }
}
