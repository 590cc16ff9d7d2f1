package io.eventjobs.model.codec;

import static org.assertj.core.api.Assertions.assertThat;

import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobResults;
import io.eventjobs.model.job.StoredFile;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Report;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class PackingTest {
    private static final int REPORT_BOUND = 256 << 10;

    private final MessageCodec<Report> codec = MessageCodec.reports();
    private final Random random = new Random(1);

    @Test
    void aReportOfAThousandAssetsWithLongNamesStaysWithinItsBound() {
        Report report = completed(1_000);

        byte[] message = codec.encode(report);

        assertThat(message).hasSizeLessThan(REPORT_BOUND);
        assertThat(codec.decode(message)).isEqualTo(new Decoded.Message<>(report));
    }

    @Test
    void aSmallReportIsJson() {
        assertThat(codec.encode(completed(10))).startsWith('{');
    }

    @Test
    void whatUnpacksToTooMuchCannotBeDecoded() throws IOException {
        byte[] bomb = packed(new byte[Packing.MAX_UNPACKED_BYTES + 1]);

        assertThat(codec.decode(bomb)).isEqualTo(new Decoded.Undecodable<>("the message has more than 16777216 bytes"));
    }

    @Test
    void whatBreaksOffCannotBeDecoded() {
        byte[] message = codec.encode(completed(1_000));

        assertThat(codec.decode(Arrays.copyOf(message, 1_000)))
                .isEqualTo(new Decoded.Undecodable<>("the message is not what gzip makes"));
    }

    private Report completed(int assets) {
        List<StoredFile> files = IntStream.range(0, assets)
                .mapToObj(number -> new StoredFile(
                        "A conference with a long name 2026/en/A track/assets/" + hex(30) + "-" + number + ".png",
                        "image/png",
                        random.nextInt(10_000_000),
                        hex(32)))
                .toList();
        StoredFile markdown = new StoredFile("A conference.md", "text/markdown", 1, hex(32));
        return new Report.Completed(
                new Report.Execution(new JobId("job-1"), 7, new ExecutionId("e-1"), new WorkerId("w-1")),
                new JobResults(markdown, null, files, Map.of(), List.of()),
                List.of());
    }

    private String hex(int bytes) {
        byte[] some = new byte[bytes];
        random.nextBytes(some);
        return HexFormat.of().formatHex(some);
    }

    private static byte[] packed(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(content);
        }
        return packed.toByteArray();
    }
}
