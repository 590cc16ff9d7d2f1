package io.eventjobs.gateway.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.gateway.ManualTime;
import io.eventjobs.gateway.host.HostPermit;
import io.eventjobs.gateway.host.HostRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.model.job.JobId;
import java.time.Duration;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostRecordsTest {
    private static final HostPermit PERMIT = new HostPermit(new JobId("job-1"), 3, Jobs.NOW);

    private final ManualTime time = new ManualTime();
    private Records records;
    private HostRecords hosts;

    @BeforeEach
    void open() throws InterruptedException {
        records = Records.empty();
        hosts = records.hosts(time);
    }

    @AfterEach
    void close() {
        records.close();
    }

    @Test
    void aHostThatIsNotStoredIsNew() {
        assertThat(hosts.find("example.org")).isEqualTo(HostRecord.fresh("example.org"));
    }

    @Test
    void whatIsStoredIsReadAsItWas() {
        HostRecord closed =
                new HostRecord("example.org", 0, List.of(PERMIT), Jobs.NOW.plusSeconds(60), Jobs.NOW.plusMillis(500));

        HostRecord stored = hosts.store(HostRecord.fresh("example.org"), closed).orElseThrow();

        assertThat(stored).isEqualTo(closed.atVersion(stored.version()));
        assertThat(hosts.find("example.org")).isEqualTo(stored);
    }

    @Test
    void whatAHostNoLongerHasIsGone() {
        HostRecord first = stored("example.org");
        HostRecord closed = hosts.store(first, new HostRecord("example.org", 0, List.of(PERMIT), Jobs.NOW, Jobs.NOW))
                .orElseThrow();

        HostRecord open = hosts.store(closed, HostRecord.fresh("example.org")).orElseThrow();

        assertThat(open.version()).isEqualTo(closed.version() + 1);
        assertThat(hosts.find("example.org"))
                .isEqualTo(new HostRecord("example.org", open.version(), List.of(), null, null));
    }

    @Test
    void ofTwoThatMeetANewHostOneStores() {
        HostRecord fresh = HostRecord.fresh("example.org");

        assertThat(hosts.store(fresh, fresh.with(List.of(PERMIT)))).isPresent();
        assertThat(hosts.store(fresh, fresh)).isEmpty();
        assertThat(hosts.find("example.org").permits()).containsExactly(PERMIT);
    }

    @Test
    void ofTwoWhoSawTheSameVersionOneStores() {
        HostRecord seen = stored("example.org");

        assertThat(hosts.store(seen, seen.with(List.of(PERMIT)))).isPresent();
        assertThat(hosts.store(seen, seen)).isEmpty();
    }

    @Test
    void aForgottenHostThatIsNewAgainHasNoVersionThatSomebodyRemembers() {
        HostRecord before = stored("example.org");
        HostRecord remembered = hosts.store(before, before).orElseThrow();
        hosts.forget(remembered);
        time.pass(Duration.ofSeconds(15));

        HostRecord again = stored("example.org");

        assertThat(again.version()).isGreaterThan(remembered.version());
        assertThat(hosts.store(remembered, remembered.with(List.of(PERMIT)))).isEmpty();
    }

    @Test
    void aHostThatChangedIsNotForgotten() {
        HostRecord seen = stored("example.org");
        hosts.store(seen, seen.with(List.of(PERMIT)));

        hosts.forget(seen);

        assertThat(hosts.find("example.org").permits()).containsExactly(PERMIT);
    }

    @Test
    void walksThroughAllHostsByName() {
        List.of("c.example", "a.example", "b.example").forEach(this::stored);

        assertThat(names(hosts.after("", 2))).containsExactly("a.example", "b.example");
        assertThat(names(hosts.after("b.example", 2))).containsExactly("c.example");
        assertThat(hosts.after("c.example", 2)).isEmpty();
    }

    @Test
    void aDocumentFromBeforeThereWerePermitsHasNone() {
        HostRecord seen = stored("example.org");
        records.mongo()
                .getCollection("hosts")
                .updateOne(
                        new Document("_id", "example.org"),
                        new Document("$unset", new Document("permits", ""))
                                .append("$set", new Document("colour", "blue")));

        assertThat(hosts.find("example.org")).isEqualTo(seen);
    }

    private HostRecord stored(String host) {
        return hosts.store(HostRecord.fresh(host), HostRecord.fresh(host)).orElseThrow();
    }

    private static List<String> names(List<HostRecord> found) {
        return found.stream().map(HostRecord::host).toList();
    }
}
