package io.eventjobs.worker.session.document;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.representer.StandardRepresenter;

/**
 * Writes YAML 1.2 between two lines of dashes. Every text is quoted, so none is taken for a number, a boolean or the end; dates are not, so
 * that Obsidian and others take them for dates.
 */
final class FrontMatter {
    private FrontMatter() {}

    static String of(Map<String, Object> values) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setSplitLines(false)
                .setUseUnicodeEncoding(true)
                .build();
        return "---\n"
                + new Dump(settings, new QuotedTexts(settings))
                        .dumpToString(values)
                        .stripTrailing() + "\n---\n";
    }

    private static final class QuotedTexts extends StandardRepresenter {
        QuotedTexts(DumpSettings settings) {
            super(settings);
            representers.put(IsoTime.class, this::plain);
            representers.put(
                    String.class, text -> representScalar(Tag.STR, text.toString(), ScalarStyle.DOUBLE_QUOTED));
        }

        private Node plain(Object value) {
            return representScalar(Tag.STR, value.toString(), ScalarStyle.PLAIN);
        }

        /** Keys are our own and need no quotes. */
        @Override
        protected NodeTuple representMappingEntry(Map.Entry<?, ?> entry) {
            return new NodeTuple(
                    representScalar(Tag.STR, String.valueOf(entry.getKey()), ScalarStyle.PLAIN),
                    representData(entry.getValue()));
        }
    }
}
