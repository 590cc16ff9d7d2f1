package io.eventjobs.model.codec;

import io.eventjobs.model.job.BatchId;
import io.eventjobs.model.job.ExecutionId;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.job.JobParameters;
import io.eventjobs.model.job.JobType;
import io.eventjobs.model.job.NoopParameters;
import io.eventjobs.model.job.SessionParameters;
import io.eventjobs.model.job.SourceParameters;
import io.eventjobs.model.job.TenantId;
import io.eventjobs.model.job.WorkerId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Encodes and decodes one kind of message as JSON. Every message carries a {@code version}; a reader ignores unknown fields and
 * refuses a version above its own. Thread-safe.
 */
public final class MessageCodec<T> {
    /** The version that is written. It is raised when an old reader would misread a message, not when a field is added. */
    public static final int VERSION = 1;

    private static final String VERSION_FIELD = "version";
    private static final String JOB_TYPE_FIELD = "job_type";

    private final JsonMapper mapper;
    private final Form<T> form;
    private final UnaryOperator<byte[]> packing;

    private MessageCodec(JsonMapper mapper, Form<T> form, UnaryOperator<byte[]> packing) {
        this.mapper = mapper;
        this.form = form;
        this.packing = packing;
    }

    /** Large ones are packed; old gateways put those into quarantine, so gateways are upgraded first. */
    public static MessageCodec<Report> reports() {
        return new MessageCodec<>(WireFormat.mapper(), new PlainForm<>(Report.class), Packing::pack);
    }

    public static MessageCodec<Control> controls() {
        return new MessageCodec<>(WireFormat.mapper(), new ControlForm(), json -> json);
    }

    public static MessageCodec<JobCommand> commands() {
        return new MessageCodec<>(WireFormat.mapper(), new CommandForm(), json -> json);
    }

    /** The parameters alone, in the form they have in a command and in a job's document in MongoDB. */
    public static Map<String, Object> toMap(JsonMapper mapper, JobParameters parameters) {
        return mapper.convertValue(
                parameters, mapper.getTypeFactory().constructMapType(Map.class, String.class, Object.class));
    }

    /** Reads what {@link #toMap} wrote for a job of this type. */
    public static JobParameters fromMap(JsonMapper mapper, JobType type, Map<String, Object> values) {
        return parameters(mapper, type, mapper.valueToTree(values));
    }

    /** The message as JSON in UTF-8, in gzip if it is large and its readers know that. */
    public byte[] encode(T message) {
        return packing.apply(withField(form.write(mapper, message), VERSION_FIELD, String.valueOf(VERSION)));
    }

    /** Appends a field to a JSON object, which has others: a tree would cost twice as much as the message itself. */
    private static byte[] withField(byte[] object, String name, String json) {
        byte[] field = (",\"" + name + "\":" + json + "}").getBytes(StandardCharsets.UTF_8);
        byte[] longer = Arrays.copyOf(object, object.length - 1 + field.length);
        System.arraycopy(field, 0, longer, object.length - 1, field.length);
        return longer;
    }

    /** Decodes a message; never throws. {@code bytes} is null for a Kafka record without a value. */
    public Decoded<T> decode(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return new Decoded.Undecodable<>("the message is empty");
        }
        try {
            JsonNode node = mapper.readTree(Packing.unpack(bytes));
            if (!(node instanceof ObjectNode object)) {
                return new Decoded.Undecodable<>("the message must be a JSON object");
            }
            int version = object.path(VERSION_FIELD).asInt(0);
            if (version < 1 || version > VERSION) {
                return new Decoded.Undecodable<>("unsupported version: " + version + "; must be 1 to " + VERSION);
            }
            object.remove(VERSION_FIELD);
            return new Decoded.Message<>(form.read(mapper, object));
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return new Decoded.Undecodable<>(String.valueOf(e.getMessage()));
        }
    }

    private static JobParameters parameters(JsonMapper mapper, JobType type, JsonNode fields) {
        return switch (type) {
            case SESSION -> mapper.treeToValue(fields, SessionParameters.class);
            case NOOP -> mapper.treeToValue(fields, NoopParameters.class);
            case PAGE, DOCUMENT, TRANSCRIPT -> {
                ObjectNode typed = mapper.createObjectNode();
                fields.properties().forEach(field -> typed.set(field.getKey(), field.getValue()));
                yield mapper.treeToValue(typed.put(JOB_TYPE_FIELD, type.word()), SourceParameters.class);
            }
        };
    }

    private interface Form<T> {
        /** A JSON object with at least one field. */
        byte[] write(JsonMapper mapper, T message);

        T read(JsonMapper mapper, ObjectNode node);
    }

    private record PlainForm<T>(Class<T> type) implements Form<T> {
        @Override
        public byte[] write(JsonMapper mapper, T message) {
            // By the declared type: only then does Jackson write the type name of a sealed interface's case.
            return mapper.writerFor(type).writeValueAsBytes(message);
        }

        @Override
        public T read(JsonMapper mapper, ObjectNode node) {
            return mapper.treeToValue(node, type);
        }
    }

    /** An assignment contains a command in the form that commands have. */
    private static final class ControlForm implements Form<Control> {
        private static final String ASSIGNED = "assigned";
        private static final String COMMAND_FIELD = "command";

        private final PlainForm<Control> plain = new PlainForm<>(Control.class);
        private final CommandForm commands = new CommandForm();

        @Override
        public byte[] write(JsonMapper mapper, Control control) {
            return switch (control) {
                case Control.Assigned assigned -> write(mapper, assigned);
                case Control.Granted granted -> plain.write(mapper, granted);
                case Control.Refused refused -> plain.write(mapper, refused);
                case Control.Cancel cancel -> plain.write(mapper, cancel);
            };
        }

        private byte[] write(JsonMapper mapper, Control.Assigned assigned) {
            Assignment assignment = new Assignment(ASSIGNED, assigned.workerId(), assigned.execution());
            String command = new String(commands.write(mapper, assigned.command()), StandardCharsets.UTF_8);
            return withField(mapper.writeValueAsBytes(assignment), COMMAND_FIELD, command);
        }

        @Override
        public Control read(JsonMapper mapper, ObjectNode node) {
            if (!(node.remove(COMMAND_FIELD) instanceof ObjectNode command)) {
                return plain.read(mapper, node);
            }
            Assignment assignment = mapper.treeToValue(node, Assignment.class);
            return new Control.Assigned(assignment.workerId, assignment.execution, commands.read(mapper, command));
        }

        private record Assignment(String type, WorkerId workerId, ExecutionId execution) {}
    }

    /** A command contains its job type next to the parameters, since the type decides how they are read. */
    private static final class CommandForm implements Form<JobCommand> {
        @Override
        public byte[] write(JsonMapper mapper, JobCommand command) {
            return withField(
                    mapper.writeValueAsBytes(command),
                    JOB_TYPE_FIELD,
                    '"' + command.jobType().word() + '"');
        }

        @Override
        public JobCommand read(JsonMapper mapper, ObjectNode node) {
            JobType type = JobType.of(node.required(JOB_TYPE_FIELD).asString());
            JobParameters parameters = parameters(mapper, type, node.required("parameters"));
            node.remove("parameters");
            node.remove(JOB_TYPE_FIELD);
            Envelope envelope = mapper.treeToValue(node, Envelope.class);
            return envelope.with(parameters);
        }
    }

    private record Envelope(
            JobId jobId,
            TenantId tenant,
            @Nullable BatchId batchId,
            long token,
            int run,
            @Nullable Integer sinceRun,
            int attempt,
            @Nullable Duration waited,
            @Nullable Boolean alone,
            Duration lease) {
        JobCommand with(JobParameters parameters) {
            return new JobCommand(
                    jobId, tenant, batchId, token, run, sinceRun, attempt, waited, alone, lease, parameters);
        }
    }
}
