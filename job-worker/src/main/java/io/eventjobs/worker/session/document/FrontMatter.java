package io.eventjobs.worker.session.document;

import java.util.Map;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/** YAML 1.2 between two rules. Every text is quoted: none can be taken for a number, a boolean, or the end of the block. */
final class FrontMatter {
    private FrontMatter() {}

    static String of(Map<String, Object> values) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setDefaultScalarStyle(ScalarStyle.DOUBLE_QUOTED)
                .setWidth(Integer.MAX_VALUE)
                .setSplitLines(false)
                .setUseUnicodeEncoding(true)
                .build();
        return "---\n" + new Dump(settings).dumpToString(values).stripTrailing() + "\n---\n";
    }
}
