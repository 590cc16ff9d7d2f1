package io.eventjobs.worker.session.answer;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.template.FieldType;
import io.eventjobs.template.TemplateField;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.document.Answer;
import io.eventjobs.worker.session.translation.LanguageDetection;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Lets a language model answer the fields of a template. Material that is too long for one call is first reduced to notes, part by
 * part. Answers are checkpoints: no job of the tenant asks the same again.
 */
public final class ModelAnswers {
    private static final TemplateField NOTES =
            new TemplateField("notes", new FieldType.Lines(40, 400), "The notes.", true);

    private final ChatClient chat;
    private final AnswerProperties properties;
    private final LanguageDetection detection;

    public ModelAnswers(ChatClient chat, AnswerProperties properties, LanguageDetection detection) {
        this.chat = chat;
        this.properties = properties;
        this.detection = detection;
    }

    /** The name of the model. */
    public String model() {
        return chat.model();
    }

    /**
     * Answers the fields from the material.
     *
     * @param language to answer in
     * @param addresses that answers may contain, in addition to those of the material
     * @param warnings take what is left out
     */
    public Outcome ask(
            List<TemplateField> fields,
            Material material,
            LanguageTag language,
            List<String> addresses,
            Checkpoints checkpoints,
            Consumer<String> warnings)
            throws IOException, InterruptedException {
        KnownAddresses known = new KnownAddresses();
        known.addAll(addresses);
        material.excerpts().forEach(excerpt -> known.addAll(List.of(excerpt.text())));
        AnswerText texts = new AnswerText(known);
        Material bounded = bounded(material, new AnswerReader(texts, null), checkpoints, warnings);
        AnswerLanguage wanted = new AnswerLanguage(detection, language);
        AnswerReader reader = new AnswerReader(texts, wanted);
        FieldCompletion.Result result = completed(Prompt.ANSWERS, fields, bounded, wanted.name(), reader, checkpoints);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (TemplateField field : fields) {
            JsonNode value = result.accepted().path(field.name());
            reader.read(value, field.type()).ifPresent(answer -> answers.put(field.name(), answer));
        }
        return new Outcome(
                answers, result.open().stream().map(TemplateField::name).toList(), result.fault());
    }

    /** The material itself if it is short enough, else notes of its parts. */
    private Material bounded(Material material, AnswerReader reader, Checkpoints checkpoints, Consumer<String> warnings)
            throws IOException, InterruptedException {
        List<Material> parts = material.parts(properties.maxPartCharacters());
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        if (parts.size() > properties.maxParts()) {
            warnings.accept("The language model was asked about the first " + properties.maxParts() + " of "
                    + parts.size() + " parts of the session only, since it is too long.");
        }
        List<Excerpt> notes = new ArrayList<>();
        for (Material part : parts.subList(0, Math.min(parts.size(), properties.maxParts()))) {
            String from = "notes from " + part.excerpts().getFirst().from() + " on";
            FieldCompletion.Result result = completed(Prompt.NOTES, List.of(NOTES), part, "", reader, checkpoints);
            if (!result.open().isEmpty()) {
                warnings.accept("The language model's answers leave out the part of the session from "
                        + part.excerpts().getFirst().from() + " on: " + result.fault());
            }
            List<String> lines = new ArrayList<>();
            result.accepted().path(NOTES.name()).forEach(note -> lines.add(note.asString("")));
            if (!lines.isEmpty()) {
                notes.add(new Excerpt(from, String.join("\n", lines)));
            }
        }
        return material.of(notes);
    }

    private FieldCompletion.Result completed(
            Prompt prompt,
            List<TemplateField> fields,
            Material material,
            String language,
            AnswerReader reader,
            Checkpoints checkpoints)
            throws IOException, InterruptedException {
        FieldCompletion completion = new FieldCompletion(chat, prompt, reader, properties.maxRepairs());
        CheckpointKey key = checkpoints.shared(prompt.step(), inputs(prompt, fields, material, language));
        FieldCompletion.Result result = checkpoints.getOrCompute(
                key,
                new AnswersCodec(fields.size() + " fields by " + chat.model(), fields, reader),
                () -> completion.complete(
                        fields, material, language, checkpoints.usage().models()));
        if (!result.accepted().isEmpty()) {
            checkpoints.usage().models().addContribution(prompt.step().name(), chat.model());
        }
        return result;
    }

    private List<String> inputs(Prompt prompt, List<TemplateField> fields, Material material, String language) {
        List<String> inputs = new ArrayList<>(List.of(
                prompt.file(),
                chat.model(),
                language,
                AnswerSchema.sent(fields).toString(),
                AnswerSchema.bounded(fields).toString(),
                material.title(),
                material.event(),
                material.speakers().toString()));
        material.excerpts().forEach(excerpt -> {
            inputs.add(excerpt.from());
            inputs.add(excerpt.text());
        });
        return inputs;
    }

    /**
     * The outcome.
     *
     * @param answers by names of fields; without fields for which the material has no information
     * @param open fields without an acceptable answer
     * @param fault why, empty if there are none
     */
    public record Outcome(Map<String, Answer> answers, List<String> open, String fault) {
        public Outcome {
            answers = Map.copyOf(answers);
            open = List.copyOf(open);
        }
    }
}
