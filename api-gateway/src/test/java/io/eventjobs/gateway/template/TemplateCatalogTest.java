package io.eventjobs.gateway.template;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.eventjobs.artifact.ArtifactStoreException;
import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.TemplateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCatalogTest {
    private static final Duration RELOAD = Duration.ofSeconds(5);
    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");
    private static final String PLAIN = "---\ndescription: For the newsletter.\n---\n# {{title}}\n";
    private static final String ASKING =
            "---\ndescription: Asks.\nfields: {lead: {type: line, question: Why?}}\n---\n{{lead}}\n";

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private long nanos;
    private final TenantTemplates own = new TenantTemplates(store, 2, RELOAD, () -> nanos);

    @TempDir
    private Path folder;

    @Test
    void knowsTheBuiltInOnesAndThoseOfTheFolder() throws IOException {
        write("Digest", PLAIN);
        Files.writeString(folder.resolve(".Hidden.md"), PLAIN);
        Files.writeString(folder.resolve("README.txt"), "about these");
        Files.createDirectory(folder.resolve("Folder.md"));

        TemplateCatalog catalog = catalog(true);

        assertThat(catalog.list(ONE))
                .extracting(TemplateView::name)
                .containsExactly("Session", "Summary", "Transcript", "Digest");
        assertThat(catalog.list(ONE)).allMatch(TemplateView::usable);
        assertThat(catalog.choose(ONE, "Summary")).isEqualTo(new TemplateChoice.BuiltIn());
        assertThat(catalog.choose(ONE, "Digest"))
                .isInstanceOfSatisfying(
                        TemplateChoice.Own.class,
                        own -> assertThat(own.text().bytes()).asString().isEqualTo(PLAIN));
    }

    @Test
    void namesThoseThatAreKnownInPlaceOfOneThatIsNot() throws IOException {
        write("Digest", PLAIN);

        assertThat(catalog(true).choose(ONE, "digest"))
                .isEqualTo(new TemplateChoice.Refused("must be one of Session, Summary, Transcript, Digest"));
    }

    @Test
    void refusesWhatNeedsAModelWhereThereIsNone() throws IOException {
        write("Asking", ASKING);
        TemplateCatalog catalog = catalog(false);

        for (String name : List.of("Summary", "Asking")) {
            assertThat(catalog.choose(ONE, name))
                    .isEqualTo(new TemplateChoice.Refused(
                            "must not need a language model, since none is configured (event-jobs.chat.url), but "
                                    + name + " needs one"));
        }
        assertThat(catalog.choose(ONE, "Session")).isEqualTo(new TemplateChoice.BuiltIn());
        assertThat(catalog.list(ONE))
                .filteredOn(view -> !view.usable())
                .extracting(TemplateView::name)
                .containsExactly("Summary", "Asking");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        write("Broken", PLAIN + "{{nonsense}}");
        write("Session", PLAIN);

        TemplateCatalog catalog = catalog(true);

        assertThat(catalog.choose(ONE, "Broken"))
                .isEqualTo(new TemplateChoice.Refused(
                        "must be a valid template, but Broken is not: line 5: unknown variable: nonsense"));
        assertThat(catalog.choose(ONE, "Session")).isEqualTo(new TemplateChoice.BuiltIn());
        assertThat(catalog.list(ONE))
                .filteredOn(view -> !view.usable())
                .extracting(TemplateView::problem)
                .containsExactly("line 5: unknown variable: nonsense", "it has the name of a built-in one");
    }

    @Test
    void seesAChangeWithinTheTimeThatIsConfiguredAndNotBefore() throws IOException {
        write("Digest", PLAIN);
        TemplateCatalog catalog = catalog(true);
        String before = hash(catalog, "Digest");

        write("Digest", PLAIN + "More.\n");
        write("Other", PLAIN);

        assertThat(hash(catalog, "Digest")).isEqualTo(before);
        nanos += RELOAD.toNanos();
        assertThat(hash(catalog, "Digest")).isNotEqualTo(before);
        assertThat(catalog.choose(ONE, "Other")).isInstanceOf(TemplateChoice.Own.class);
    }

    @Test
    void staysWithWhatItKnowsWhileTheFolderIsAway() throws IOException {
        write("Digest", PLAIN);
        TemplateCatalog catalog = catalog(true);
        hash(catalog, "Digest");

        Files.delete(folder.resolve("Digest.md"));
        Files.delete(folder);
        nanos += RELOAD.toNanos();

        assertThat(catalog.choose(ONE, "Digest")).isInstanceOf(TemplateChoice.Own.class);
    }

    @Test
    void startsWithNoFolderThatIsNotThere() {
        assertThatThrownBy(() -> new TemplateFolder(folder.resolve("none"), RELOAD, () -> nanos))
                .hasMessageContaining("event-jobs.templates.folder")
                .hasMessageContaining("no folder");
    }

    @Test
    void keepsWhatWasChosenForEachTenantEvenIfTheFileChangesMeanwhile() throws IOException {
        write("Digest", PLAIN);
        TemplateCatalog catalog = catalog(true);
        String hash = hash(catalog, "Digest");
        write("Digest", PLAIN + "More.\n");
        nanos += RELOAD.toNanos();
        hash(catalog, "Digest");

        catalog.publish(ONE, hash);
        catalog.publish(new TenantId("two"), hash);

        for (String tenant : List.of("one", "two")) {
            try (var kept = store.open(TemplateFile.key(new TenantId(tenant), hash))) {
                assertThat(kept).hasContent(PLAIN);
            }
        }
    }

    @Test
    void aTenantsOwnGoesBeforeTheOperatorsAndIsNobodyElses() throws IOException {
        write("Digest", PLAIN);
        TemplateCatalog catalog = catalog(true);

        assertThat(own.put(ONE, text("Digest", PLAIN + "Ours.\n"))).isTrue();
        assertThat(own.put(ONE, text("Other", PLAIN))).isTrue();

        assertThat(chosen(catalog, ONE, "Digest")).endsWith("Ours.\n");
        assertThat(chosen(catalog, OTHER, "Digest")).isEqualTo(PLAIN);
        assertThat(catalog.choose(OTHER, "Other"))
                .isEqualTo(new TemplateChoice.Refused("must be one of Session, Summary, Transcript, Digest"));
        assertThat(catalog.list(ONE))
                .extracting(TemplateView::name, TemplateView::origin)
                .endsWith(tuple("Digest", TemplateView.Origin.TENANT), tuple("Other", TemplateView.Origin.TENANT))
                .hasSize(5);
        assertThat(catalog.list(OTHER))
                .extracting(TemplateView::name, TemplateView::origin)
                .endsWith(tuple("Digest", TemplateView.Origin.OPERATOR))
                .hasSize(4);
    }

    @Test
    void whatAnotherGatewayChangesIsSeenWithinTheTimeThatIsConfigured() {
        TemplateCatalog catalog = catalog(true);
        TenantTemplates elsewhere = new TenantTemplates(store, 2, RELOAD, () -> nanos);
        own.put(ONE, text("Digest", PLAIN));
        chosen(catalog, ONE, "Digest");

        elsewhere.put(ONE, text("Digest", PLAIN + "More.\n"));

        assertThat(chosen(catalog, ONE, "Digest")).isEqualTo(PLAIN);
        nanos += RELOAD.toNanos();
        assertThat(chosen(catalog, ONE, "Digest")).endsWith("More.\n");
        assertThat(elsewhere.delete(ONE, "Digest")).isTrue();
        assertThat(elsewhere.delete(ONE, "Digest")).isFalse();
        nanos += RELOAD.toNanos();
        assertThat(catalog.choose(ONE, "Digest")).isInstanceOf(TemplateChoice.Refused.class);
    }

    @Test
    void aTenantHasNoMoreThanItMay() {
        own.put(ONE, text("A", PLAIN));
        own.put(ONE, text("B", PLAIN));

        assertThatThrownBy(() -> own.put(ONE, text("C", PLAIN))).hasMessageContaining("maximum of 2 templates");
        assertThat(own.put(ONE, text("A", PLAIN + "More.\n"))).isFalse();
        assertThat(own.put(OTHER, text("C", PLAIN))).isTrue();
    }

    @Test
    void whatSomebodyPutThereWithoutACheckIsListedAndRefused() {
        store.put("one/templates/named/Broken.md", (PLAIN + "{{nonsense}}").getBytes(UTF_8), "text/markdown");
        store.put("one/templates/named/no name.md", PLAIN.getBytes(UTF_8), "text/markdown");
        TemplateCatalog catalog = catalog(true);

        assertThat(catalog.choose(ONE, "Broken"))
                .isInstanceOfSatisfying(TemplateChoice.Refused.class, refused -> assertThat(refused.reason())
                        .contains("line 5: "));
        assertThat(catalog.list(ONE))
                .filteredOn(view -> !view.usable())
                .extracting(TemplateView::name)
                .containsExactly("Broken");
        assertThat(catalog.choose(ONE, "../named/Broken")).isInstanceOf(TemplateChoice.Refused.class);
    }

    @Test
    void whatIsKnownStaysWhileTheStoreIsAway() {
        own.put(ONE, text("Digest", PLAIN));
        TemplateCatalog catalog = catalog(true);
        chosen(catalog, ONE, "Digest");

        nanos += RELOAD.toNanos();
        store.goAway();

        assertThat(chosen(catalog, ONE, "Digest")).isEqualTo(PLAIN);
        assertThatThrownBy(() -> catalog.choose(ONE, "Other")).isInstanceOf(ArtifactStoreException.class);
    }

    @Test
    void whatAJobOfAnotherGatewayWasAcceptedWithNeedsNoKeepingAgain() {
        catalog(true).publish(ONE, "0".repeat(64));

        assertThat(store.list("one/", "", 10)).isEmpty();
    }

    private static String chosen(TemplateCatalog catalog, TenantId tenant, String name) {
        return new String(
                ((TemplateChoice.Own) catalog.choose(tenant, name)).text().bytes(), UTF_8);
    }

    private static TemplateFile text(String name, String text) {
        return new TemplateFile(name, text.getBytes(UTF_8));
    }

    private static String hash(TemplateCatalog catalog, String name) {
        return ((TemplateChoice.Own) catalog.choose(ONE, name)).text().hash();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), text);
    }

    private TemplateCatalog catalog(boolean hasModel) {
        return new TemplateCatalog(new TemplateFolder(folder, RELOAD, () -> nanos), own, hasModel, store);
    }
}
