package io.eventjobs.worker.session.answer;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.template.TemplateField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * The instructions for a model. They never contain text of a page.
 *
 * @param step under which usage and results are stored; its version is to be increased when answers are read differently
 * @param file in this package; each version is a file of its own, and part of the key of checkpoints
 */
record Prompt(CheckpointKey.Step step, String file) {
    static final Prompt ANSWERS = new Prompt(new CheckpointKey.Step("answers", 1), "answers-v1.txt");
    static final Prompt NOTES = new Prompt(new CheckpointKey.Step("notes", 1), "notes-v1.txt");

    String instructions(List<TemplateField> fields) {
        String questions = fields.stream()
                .map(field -> "- " + field.name() + ": " + AnswerSchema.question(field))
                .collect(Collectors.joining("\n"));
        return text() + "\n\nFields:\n" + questions;
    }

    private String text() {
        try (InputStream in = Objects.requireNonNull(Prompt.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
