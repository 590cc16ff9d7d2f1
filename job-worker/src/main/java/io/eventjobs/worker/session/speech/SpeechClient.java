package io.eventjobs.worker.session.speech;

import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.worker.endpoint.EndpointClient;
import io.eventjobs.worker.endpoint.EndpointException;
import io.eventjobs.worker.endpoint.EndpointFault;
import io.eventjobs.worker.endpoint.EndpointLimits;
import io.eventjobs.worker.usage.ModelUsages;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends sound to the service that is configured, and reads what it heard. Bounded in size, time and number; passing failures are
 * tried again; a service that refuses a form of answer is asked for another, and from then on for that. Thread-safe; an interrupt
 * ends a call at once.
 */
public final class SpeechClient implements AutoCloseable {
    /** As it stands in what was used of models. */
    static final String STEP = "transcription";

    private static final int TRIES = 4;
    private static final String PATH = "/audio/transcriptions";
    private static final BigDecimal MINUTE_MILLIS = BigDecimal.valueOf(60_000);

    private final SpeechProperties properties;
    private final URI address;
    private final EndpointClient endpoint;
    private volatile @Nullable ResponseFormat taken;

    /** @param properties with a URL */
    public SpeechClient(SpeechProperties properties, Clock clock) {
        this.properties = properties;
        address = address(Objects.requireNonNull(properties.url(), "url"));
        endpoint = new EndpointClient(
                "The speech endpoint",
                new EndpointLimits(
                        properties.timeout(),
                        TRIES,
                        properties.parallel(),
                        Math.toIntExact(properties.answerSize().toBytes())),
                clock);
    }

    /** The name of the model that is asked. */
    public String model() {
        return properties.model();
    }

    SpeechProperties properties() {
        return properties;
    }

    /** Where sound is sent. */
    URI address() {
        return address;
    }

    /**
     * What is heard in a sound; nothing, if the service says so.
     *
     * @param language ISO 639 code, null to let the service hear it
     */
    SegmentTranscript hear(Path flac, long millis, @Nullable String language, ModelUsages usages)
            throws EndpointException, InterruptedException {
        ResponseFormat known = taken;
        return hear(flac, millis, language, known == null ? ResponseFormat.FIRST : known, usages);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private SegmentTranscript hear(Path flac, long millis, @Nullable String language, ResponseFormat asked, ModelUsages usages)
            throws EndpointException, InterruptedException {
        byte[] body;
        try {
            body = endpoint.call(request(flac, language, asked));
        } catch (EndpointException e) {
            Optional<ResponseFormat> next = isOfForm(e) ? insteadOf(asked) : Optional.empty();
            if (next.isEmpty()) {
                throw e;
            }
            return hear(flac, millis, language, next.get(), usages);
        }
        usages.add(ModelUsage.ofSpeech(STEP, properties.model(), millis / 1_000.0, cost(millis)));
        SegmentTranscript heard = SpeechResponse.read(body, millis, asked);
        taken = asked;
        return heard;
    }

    private static boolean isOfForm(EndpointException e) {
        return e.fault() == EndpointFault.REFUSED && (e.status() == 400 || e.status() == 422);
    }

    /** What another segment found out meanwhile, else the next to be tried. */
    private Optional<ResponseFormat> insteadOf(ResponseFormat refused) {
        ResponseFormat known = taken;
        return known == null ? refused.next() : Optional.of(known).filter(form -> form != refused);
    }

    private HttpRequest request(Path flac, @Nullable String language, ResponseFormat asked) {
        MultipartForm fields = new MultipartForm()
                .with("model", properties.model())
                .with("response_format", asked.word())
                .with("temperature", "0");
        if (language != null) {
            fields.with("language", language);
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Content-Type", fields.contentType())
                .POST(fields.with(flac));
        String key = properties.apiKey();
        if (key != null && !key.isBlank()) {
            request.header("Authorization", "Bearer " + key.strip());
        }
        return request.build();
    }

    private @Nullable BigDecimal cost(long millis) {
        BigDecimal price = properties.priceMinute();
        return price == null
                ? null
                : price.multiply(BigDecimal.valueOf(millis)).divide(MINUTE_MILLIS, 6, RoundingMode.HALF_UP);
    }

    /** Whoever names the service means its transcriptions. */
    private static URI address(URI url) {
        String text = url.toString().strip().replaceAll("/+$", "");
        if (text.endsWith(PATH)) {
            return URI.create(text);
        }
        String path = URI.create(text).getRawPath();
        return URI.create(text + (path == null || path.isEmpty() ? "/v1" : "") + PATH);
    }
}
