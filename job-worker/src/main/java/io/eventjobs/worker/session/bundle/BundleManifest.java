package io.eventjobs.worker.session.bundle;

import io.eventjobs.model.artifact.ExecutionPrefix;
import io.eventjobs.model.artifact.Source;
import io.eventjobs.model.codec.WireFormat;
import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.worker.usage.UsageLedger;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * The manifest.json in the root of a ZIP: the packed files, and what they were made from. It is reproducible: whether a source was
 * fetched or reused, and what a model cost, is in the manifest of the execution and in the job's record.
 *
 * @param version of this format, 1
 */
public record BundleManifest(int version, List<StoredFile> files, List<Origin> sources, List<Model> models) {
    private static final int VERSION = 1;
    private static final JsonMapper MAPPER = WireFormat.mapper();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    public static RootText of(List<MeasuredFile> files, UsageLedger usage) {
        BundleManifest manifest = new BundleManifest(
                VERSION,
                files.stream()
                        .map(MeasuredFile::stored)
                        .sorted(Comparator.comparing(StoredFile::path))
                        .toList(),
                usage.sources().all().stream().map(Origin::of).toList(),
                usage.models().contributors().stream().map(Model::of).distinct().toList());
        String text = MAPPER.writer()
                .with(new DefaultPrettyPrinter().withObjectIndenter(LINES).withArrayIndenter(LINES))
                .writeValueAsString(manifest);
        return new RootText(ExecutionPrefix.MANIFEST, text + "\n");
    }

    /** An address that was read. */
    record Origin(String url, String address, @Nullable String contentType) {
        static Origin of(Source source) {
            return new Origin(source.url(), source.address().toString(), source.contentType());
        }
    }

    /** A model that contributed to the document. */
    record Model(String step, String model) {
        static Model of(ModelUsage usage) {
            return new Model(usage.step(), usage.model());
        }
    }
}
