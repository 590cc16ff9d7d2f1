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
 * Sends audio to the configured speech service and reads the transcript. Calls are bounded in size, time and number; transient
 * failures are retried; if the service refuses a response format, the next one is tried and used from then on. Thread-safe; an
 * interrupt ends a call at once.
 */
public final class SpeechClient implements AutoCloseable {
    /** The name under which usage is counted. */
    static final String STEP = "transcription";

    private static final int MAX_TRIES = 4;
    private static final String PATH = "/audio/transcriptions";
    private static final BigDecimal MINUTE_MILLIS = BigDecimal.valueOf(60_000);

    private final SpeechProperties properties;
    private final URI address;
    private final EndpointClient endpoint;
    private volatile @Nullable ResponseFormat acceptedFormat;

    /** @param properties with a URL */
    public SpeechClient(SpeechProperties properties, Clock clock) {
        this.properties = properties;
        address = address(Objects.requireNonNull(properties.url(), "url"));
        endpoint = new EndpointClient(
                "The speech endpoint",
                new EndpointLimits(
                        properties.timeout(),
                        MAX_TRIES,
                        properties.maxConcurrentCalls(),
                        Math.toIntExact(properties.maxResponseSize().toBytes())),
                clock);
    }

    /** The name of the model. */
    public String model() {
        return properties.model();
    }

    /** Where audio is sent. */
    URI address() {
        return address;
    }

    /**
     * Recognizes the speech in a segment; empty if the service finds none.
     *
     * @param language ISO 639 code, null to let the service detect it
     */
    SegmentTranscript transcribe(Path flac, long millis, @Nullable String language, ModelUsages usages)
            throws EndpointException, InterruptedException {
        ResponseFormat known = acceptedFormat;
        return transcribe(flac, millis, language, known == null ? ResponseFormat.FIRST : known, usages);
    }

    @Override
    public void close() {
        endpoint.close();
    }

    private SegmentTranscript transcribe(
            Path flac, long millis, @Nullable String language, ResponseFormat requested, ModelUsages usages)
            throws EndpointException, InterruptedException {
        byte[] body;
        try {
            body = endpoint.call(request(flac, language, requested));
        } catch (EndpointException e) {
            Optional<ResponseFormat> next = isAboutFormat(e) ? insteadOf(requested) : Optional.empty();
            if (next.isEmpty()) {
                throw e;
            }
            return transcribe(flac, millis, language, next.get(), usages);
        }
        usages.add(ModelUsage.ofSpeech(STEP, properties.model(), millis / 1_000.0, cost(millis)));
        SegmentTranscript transcript = SpeechResponse.read(body, millis, requested);
        acceptedFormat = requested;
        return transcript;
    }

    private static boolean isAboutFormat(EndpointException e) {
        return e.fault() == EndpointFault.REFUSED && (e.status() == 400 || e.status() == 422);
    }

    /** The format that was accepted for another segment meanwhile, else the next one to try. */
    private Optional<ResponseFormat> insteadOf(ResponseFormat refused) {
        ResponseFormat known = acceptedFormat;
        return known == null ? refused.next() : Optional.of(known).filter(format -> format != refused);
    }

    private HttpRequest request(Path flac, @Nullable String language, ResponseFormat requested) {
        MultipartForm fields = new MultipartForm()
                .with("model", properties.model())
                .with("response_format", requested.word())
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
        BigDecimal price = properties.pricePerMinute();
        return price == null
                ? null
                : price.multiply(BigDecimal.valueOf(millis)).divide(MINUTE_MILLIS, 6, RoundingMode.HALF_UP);
    }

    /** The address of the service may be given without the path of its transcriptions. */
    private static URI address(URI url) {
        String text = url.toString().strip().replaceAll("/+$", "");
        if (text.endsWith(PATH)) {
            return URI.create(text);
        }
        String path = URI.create(text).getRawPath();
        return URI.create(text + (path == null || path.isEmpty() ? "/v1" : "") + PATH);
    }
}
