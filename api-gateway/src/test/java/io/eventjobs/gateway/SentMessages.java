package io.eventjobs.gateway;

import io.eventjobs.model.codec.Decoded;
import io.eventjobs.model.codec.MessageCodec;
import io.eventjobs.model.job.JobId;
import io.eventjobs.model.protocol.Control;
import io.eventjobs.model.protocol.JobCommand;
import io.eventjobs.model.protocol.Report;
import io.eventjobs.model.protocol.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** What a gateway has published, decoded. */
final class SentMessages {
    private final RecordingKafka kafka;

    SentMessages(RecordingKafka kafka) {
        this.kafka = kafka;
    }

    List<JobCommand> commands() {
        return decoded(Topics.DEFAULT.commands(), MessageCodec.commands());
    }

    List<JobCommand> commandsOf(JobId id) {
        return commands().stream().filter(command -> command.jobId().equals(id)).toList();
    }

    List<Control> controls() {
        return decoded(Topics.DEFAULT.controls(), MessageCodec.controls());
    }

    /** Reports that this gateway sent to another. */
    List<Report> told() {
        return decoded(Topics.DEFAULT.reports(), MessageCodec.reports());
    }

    /** Whether the last answer to the execution was that it has the job. */
    boolean isGranted(Report.Execution of) {
        return lastAnswer(of) instanceof Control.Granted;
    }

    /** Whether the last answer to the execution was that it does not have the job. */
    boolean isRefused(Report.Execution of) {
        return lastAnswer(of) instanceof Control.Refused;
    }

    /** The words of the events of a job or a batch that were published, in order. */
    List<String> eventsOf(String subject) {
        return kafka.sentTo(Topics.DEFAULT.events()).stream()
                .filter(message -> header(message, "ce_subject").equals(subject))
                .map(message -> header(message, "ce_type"))
                .toList();
    }

    List<String> eventsOf(JobId id) {
        return eventsOf(id.value());
    }

    private @Nullable Control lastAnswer(Report.Execution of) {
        return controls().stream()
                .filter(control -> switch (control) {
                    case Control.Granted granted -> granted.execution().equals(of.execution());
                    case Control.Refused refused -> refused.execution().equals(of.execution());
                    default -> false;
                })
                .reduce((earlier, later) -> later)
                .orElse(null);
    }

    private <T> List<T> decoded(String topic, MessageCodec<T> codec) {
        return kafka.sentTo(topic).stream()
                .map(message -> switch (codec.decode(message.value())) {
                    case Decoded.Message<T> decoded -> decoded.value();
                    case Decoded.Undecodable<T> fault -> throw new AssertionError(fault.reason());
                })
                .toList();
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
