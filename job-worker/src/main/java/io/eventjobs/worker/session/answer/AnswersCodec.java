package io.eventjobs.worker.session.answer;

import io.eventjobs.template.TemplateField;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Answers as a checkpoint: unchanged, so that they are validated again when they are read. Only complete ones are stored. */
record AnswersCodec(String subject, List<TemplateField> fields, AnswerReader reader)
        implements CheckpointCodec<FieldCompletion.Result, AnswersCodec.Json> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Override
    public Class<Json> valueType() {
        return Json.class;
    }

    @Override
    public boolean isComplete(FieldCompletion.Result result) {
        return result.open().isEmpty();
    }

    @Override
    public Json encode(FieldCompletion.Result result) {
        return new Json(JSON.writeValueAsString(result.accepted()));
    }

    @Override
    public List<Path> files(FieldCompletion.Result result) {
        return List.of();
    }

    @Override
    public FieldCompletion.Result decode(Json value, List<Path> files) throws UnusableCheckpointException {
        try {
            if (JSON.readTree(value.answers()) instanceof ObjectNode answers
                    && reader.faults(answers, fields).isEmpty()) {
                return new FieldCompletion.Result(answers, List.of(), "");
            }
        } catch (JacksonException e) {
            // unusable in any case, see below
        }
        throw new UnusableCheckpointException("its answers do not fit their fields");
    }

    /** The stored form. */
    record Json(String answers) {
        Json {
            Objects.requireNonNull(answers, "answers");
        }
    }
}
