package io.eventjobs.gateway.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eventjobs.artifact.InMemoryArtifactStore;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.template.TemplateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateCatalogTest {
    private static final Duration RELOAD = Duration.ofSeconds(5);
    private static final String PLAIN = "---\ndescription: For the newsletter.\n---\n# {{title}}\n";
    private static final String ASKING =
            "---\ndescription: Asks.\nfields: {lead: {type: line, question: Why?}}\n---\n{{lead}}\n";

    private final InMemoryArtifactStore store = new InMemoryArtifactStore();
    private long nanos;

    @TempDir
    private Path folder;

    @Test
    void knowsTheBuiltInOnesAndThoseOfTheFolder() throws IOException {
        write("Digest", PLAIN);
        Files.writeString(folder.resolve(".Hidden.md"), PLAIN);
        Files.writeString(folder.resolve("README.txt"), "about these");
        Files.createDirectory(folder.resolve("Folder.md"));

        TemplateCatalog catalog = catalog(true);

        assertThat(catalog.list())
                .extracting(TemplateView::name)
                .containsExactly("Session", "Summary", "Transcript", "Digest");
        assertThat(catalog.list()).allMatch(TemplateView::usable);
        assertThat(catalog.choose("Summary")).isEqualTo(new TemplateChoice.BuiltIn());
        assertThat(catalog.choose("Digest"))
                .isInstanceOfSatisfying(
                        TemplateChoice.Own.class,
                        own -> assertThat(own.text().bytes()).asString().isEqualTo(PLAIN));
    }

    @Test
    void namesThoseThatAreKnownInPlaceOfOneThatIsNot() throws IOException {
        write("Digest", PLAIN);

        assertThat(catalog(true).choose("digest"))
                .isEqualTo(new TemplateChoice.Refused("must be one of Session, Summary, Transcript, Digest"));
    }

    @Test
    void refusesWhatNeedsAModelWhereThereIsNone() throws IOException {
        write("Asking", ASKING);
        TemplateCatalog catalog = catalog(false);

        for (String name : List.of("Summary", "Asking")) {
            assertThat(catalog.choose(name))
                    .isEqualTo(new TemplateChoice.Refused(
                            "must be one that needs no language model, for none is configured (event-jobs.chat.url); "
                                    + name + " needs one"));
        }
        assertThat(catalog.choose("Session")).isEqualTo(new TemplateChoice.BuiltIn());
        assertThat(catalog.list())
                .filteredOn(view -> !view.usable())
                .extracting(TemplateView::name)
                .containsExactly("Summary", "Asking");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        write("Broken", PLAIN + "{{nonsense}}");
        write("Session", PLAIN);

        TemplateCatalog catalog = catalog(true);

        assertThat(catalog.choose("Broken"))
                .isEqualTo(new TemplateChoice.Refused(
                        "must be one that can be used; of Broken, the body shows nonsense, which does not exist"));
        assertThat(catalog.choose("Session")).isEqualTo(new TemplateChoice.BuiltIn());
        assertThat(catalog.list())
                .filteredOn(view -> !view.usable())
                .extracting(TemplateView::problem)
                .containsExactly("the body shows nonsense, which does not exist", "it has the name of a built-in one");
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
        assertThat(catalog.choose("Other")).isInstanceOf(TemplateChoice.Own.class);
    }

    @Test
    void staysWithWhatItKnowsWhileTheFolderIsAway() throws IOException {
        write("Digest", PLAIN);
        TemplateCatalog catalog = catalog(true);
        hash(catalog, "Digest");

        Files.delete(folder.resolve("Digest.md"));
        Files.delete(folder);
        nanos += RELOAD.toNanos();

        assertThat(catalog.choose("Digest")).isInstanceOf(TemplateChoice.Own.class);
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

        catalog.keep(new TenantId("one"), hash);
        catalog.keep(new TenantId("two"), hash);

        for (String tenant : List.of("one", "two")) {
            try (var kept = store.open(TemplateText.key(new TenantId(tenant), hash))) {
                assertThat(kept).hasContent(PLAIN);
            }
        }
    }

    private static String hash(TemplateCatalog catalog, String name) {
        return ((TemplateChoice.Own) catalog.choose(name)).text().hash();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".md"), text);
    }

    private TemplateCatalog catalog(boolean hasModel) {
        return new TemplateCatalog(new TemplateFolder(folder, RELOAD, () -> nanos), hasModel, store);
    }
}
