package io.eventjobs.tracing;

import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdk;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Sets tracing up by OpenTelemetry's own environment variables. It is off unless one of them says where traces go:
 * {@code OTEL_EXPORTER_OTLP_ENDPOINT}, {@code OTEL_EXPORTER_OTLP_TRACES_ENDPOINT} or {@code OTEL_TRACES_EXPORTER}.
 */
public final class TracingSetup {
    private static final String EXPORTER = "OTEL_TRACES_EXPORTER";

    private TracingSetup() {}

    /** Whether the environment says where traces go. */
    static boolean isWanted(Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.get("OTEL_SDK_DISABLED")) || "none".equals(environment.get(EXPORTER))) {
            return false;
        }
        return Stream.of("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", EXPORTER)
                .map(environment::get)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    /**
     * Tracing as the environment of this process says. Metrics and logs are not exported this way.
     *
     * @param service the default of {@code OTEL_SERVICE_NAME}
     * @throws RuntimeException with a message for the operator, if a variable cannot be used
     */
    public static Tracing ofEnvironment(String service) {
        return isWanted(System.getenv()) ? on(service) : Tracing.off();
    }

    /** Records everything by this processor: for programs that collect the spans themselves. */
    public static Tracing recording(SpanProcessor processor) {
        AttemptIds ids = new AttemptIds();
        SdkTracerProvider provider = SdkTracerProvider.builder()
                .setIdGenerator(ids)
                .addSpanProcessor(processor)
                .build();
        return new Tracing(
                OpenTelemetrySdk.builder().setTracerProvider(provider).build(), ids);
    }

    private static Tracing on(String service) {
        AttemptIds ids = new AttemptIds();
        AutoConfiguredOpenTelemetrySdk configured = AutoConfiguredOpenTelemetrySdk.builder()
                .addPropertiesSupplier(() -> Map.of(
                        "otel.service.name", service,
                        "otel.metrics.exporter", "none",
                        "otel.logs.exporter", "none",
                        "otel.exporter.otlp.protocol", "http/protobuf"))
                .addTracerProviderCustomizer((provider, properties) -> provider.setIdGenerator(ids))
                .disableShutdownHook()
                .build();
        return new Tracing(configured.getOpenTelemetrySdk(), ids);
    }
}
