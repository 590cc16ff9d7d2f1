package io.eventjobs.gateway.console.library;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.gateway.GatewayHarness;
import io.eventjobs.gateway.Requests;
import io.eventjobs.gateway.console.ConsolePages;
import io.eventjobs.gateway.console.job.StoredDocument;
import io.eventjobs.gateway.job.JobRecord;
import io.eventjobs.gateway.job.Jobs;
import io.eventjobs.gateway.mongo.EventNames;
import io.eventjobs.gateway.mongo.LibrarySearch;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LibraryPagesTest {
    private final GatewayHarness gateway = GatewayHarness.start();
    private final ConsolePages pages = ConsolePages.of(new LibraryController(
            Requests.queries(gateway),
            gateway.bean(EventNames.class),
            gateway.bean(LibrarySearch.class),
            new StoredDocument(new InMemoryArtifactStore())));

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void aSessionIsFoundByAWordOfItsAbstract() {
        JobRecord talk = gateway.submitted(Jobs.completedWith(Map.of("abstract", "How a beaver builds dams")));

        assertThat(pages.open("/library?q=beaver%20dams").document().select("main li a"))
                .extracting(link -> link.attr("href"))
                .containsExactly("/library/sessions/" + talk.id().value());
        assertThat(pages.open("/library?q=beaver%20otter").text("main"))
                .contains("No session is finished that matches.");
    }

    @Test
    void aSearchStaysWithinTheEventOfItsPage() {
        JobRecord talk = gateway.submitted(Jobs.completedWith(Map.of("abstract", "How a beaver builds dams")));

        assertThat(pages.open("/library/event?q=beaver&name="
                                + String.valueOf(talk.request().event()).replace(" ", "%20"))
                        .document()
                        .select("main .rows a"))
                .hasSize(1);
    }
}
