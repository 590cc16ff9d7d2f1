package io.eventjobs.worker.session.answer;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.model.job.ModelUsage;
import io.eventjobs.template.FieldType;
import io.eventjobs.template.TemplateField;
import io.eventjobs.worker.chat.ChatClient;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.session.document.Answer;
import io.eventjobs.worker.session.translation.LanguageDetection;
import io.eventjobs.worker.session.translation.engine.LanguageTag;
import io.eventjobs.worker.usage.ModelUsages;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Asks the model for the fields of a template. What is too long for one call is first asked for notes, part by part. What was
 * answered once is not asked again, for any job of the tenant.
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
     * Asks.
     *
     * @param language to answer in
     * @param addresses beside those of the material that answers may repeat
     */
    public Outcome ask(
            List<TemplateField> fields, Material material, LanguageTag language, List<String> addresses, Means means)
            throws IOException, InterruptedException {
        KnownAddresses known = new KnownAddresses();
        known.addAll(addresses);
        material.pieces().forEach(piece -> known.addAll(List.of(piece.text())));
        AnswerText texts = new AnswerText(known);
        Material bounded = bounded(material, new AnswerReader(texts, null), means);
        AnswerLanguage wanted = new AnswerLanguage(detection, language);
        AnswerReader reader = new AnswerReader(texts, wanted);
        FieldCompletion.Result result = kept(Prompt.ANSWERS, fields, bounded, wanted.name(), reader, means);
        Map<String, Answer> answers = new LinkedHashMap<>();
        for (TemplateField field : fields) {
            JsonNode value = result.accepted().path(field.name());
            reader.read(value, field.type()).ifPresent(answer -> answers.put(field.name(), answer));
        }
        return new Outcome(
                answers, result.open().stream().map(TemplateField::name).toList(), result.fault());
    }

    /** As it is if it is short enough, else by notes of its parts. */
    private Material bounded(Material material, AnswerReader reader, Means means)
            throws IOException, InterruptedException {
        List<Material> parts = material.parts(properties.partCharacters());
        if (parts.size() == 1) {
            return parts.getFirst();
        }
        if (parts.size() > properties.maxParts()) {
            means.warn()
                    .accept("The language model was asked about the first " + properties.maxParts() + " of "
                            + parts.size() + " parts of the session only, for it is too long.");
        }
        List<Excerpt> notes = new ArrayList<>();
        for (Material part : parts.subList(0, Math.min(parts.size(), properties.maxParts()))) {
            String from = "notes from " + part.pieces().getFirst().from() + " on";
            FieldCompletion.Result result = kept(Prompt.NOTES, List.of(NOTES), part, "", reader, means);
            if (!result.open().isEmpty()) {
                means.warn()
                        .accept("The language model's answers leave out the part of the session from "
                                + part.pieces().getFirst().from() + " on: " + result.fault());
            }
            List<String> lines = new ArrayList<>();
            result.accepted().path(NOTES.name()).forEach(note -> lines.add(note.asString("")));
            if (!lines.isEmpty()) {
                notes.add(new Excerpt(from, String.join("\n", lines)));
            }
        }
        return material.of(notes);
    }

    private FieldCompletion.Result kept(
            Prompt prompt,
            List<TemplateField> fields,
            Material material,
            String language,
            AnswerReader reader,
            Means means)
            throws IOException, InterruptedException {
        AtomicBoolean isAsked = new AtomicBoolean();
        FieldCompletion interview = new FieldCompletion(chat, prompt, reader, properties.repairs());
        CheckpointKey key = means.checkpoints().shared(prompt.step(), inputs(prompt, fields, material, language));
        FieldCompletion.Result result = means.checkpoints()
                .getOrCompute(
                        key, new AnswersCodec(fields.size() + " fields by " + chat.model(), fields, reader), () -> {
                            isAsked.set(true);
                            return interview.ask(fields, material, language, means.usages());
                        });
        if (!isAsked.get()) {
            means.usages().add(ModelUsage.reused(prompt.step().name(), chat.model()));
        }
        return result;
    }

    private List<String> inputs(Prompt prompt, List<TemplateField> fields, Material material, String language) {
        List<String> inputs = new ArrayList<>(List.of(
                prompt.file(),
                chat.model(),
                language,
                AnswerSchema.asked(fields).toString(),
                AnswerSchema.bounded(fields).toString(),
                material.title(),
                material.event(),
                material.speakers().toString()));
        material.pieces().forEach(piece -> {
            inputs.add(piece.from());
            inputs.add(piece.text());
        });
        return inputs;
    }

    /**
     * What an execution has for it.
     *
     * @param warn takes what is missing, in words
     */
    public record Means(Checkpoints checkpoints, ModelUsages usages, Consumer<String> warn) {}

    /**
     * What came of it.
     *
     * @param answers by the names of the fields; without those that the material says nothing of
     * @param open fields that got no answer that could be taken
     * @param fault why, empty if there are none
     */
    public record Outcome(Map<String, Answer> answers, List<String> open, String fault) {
        public Outcome {
            answers = Map.copyOf(answers);
            open = List.copyOf(open);
        }
    }
}
