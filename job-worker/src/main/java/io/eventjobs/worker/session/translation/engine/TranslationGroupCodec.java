package io.eventjobs.worker.session.translation.engine;

import io.eventjobs.model.artifact.CheckpointKey;
import io.eventjobs.worker.checkpoint.CheckpointCodec;
import io.eventjobs.worker.checkpoint.Checkpoints;
import io.eventjobs.worker.checkpoint.UnusableCheckpointException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The translations of a group of texts as a checkpoint: in the order of the texts, whose hash is the key. Only complete ones are stored. */
record TranslationGroupCodec(List<String> texts)
        implements CheckpointCodec<GroupTranslation.Result, TranslationGroupCodec.Translations> {
    /** Its version is to be increased whenever texts are marked, or translations checked, differently. */
    static final CheckpointKey.Step STEP = new CheckpointKey.Step("translation", 1);

    static CheckpointKey key(
            Checkpoints checkpoints, Translator translator, LanguagePair languages, Terms terms, List<String> texts) {
        List<String> inputs = new ArrayList<>();
        inputs.add(translator.identity());
        inputs.add(languages.source().value());
        inputs.add(languages.target().value());
        Terms own = terms.in(texts);
        inputs.add(own.kept().toString());
        inputs.add(own.translations().toString());
        inputs.addAll(texts);
        return checkpoints.shared(STEP, inputs);
    }

    @Override
    public String subject() {
        return texts.size() + " texts";
    }

    @Override
    public Class<Translations> valueType() {
        return Translations.class;
    }

    @Override
    public boolean isComplete(GroupTranslation.Result result) {
        return result.isComplete();
    }

    @Override
    public Translations encode(GroupTranslation.Result result) {
        return new Translations(texts.stream()
                .map(text -> Objects.requireNonNull(result.translations().get(text)))
                .toList());
    }

    @Override
    public List<Path> files(GroupTranslation.Result result) {
        return List.of();
    }

    @Override
    public GroupTranslation.Result decode(Translations value, List<Path> files) throws UnusableCheckpointException {
        if (value.texts().size() != texts.size()) {
            throw new UnusableCheckpointException("it has " + value.texts().size() + " translations");
        }
        Map<String, String> translations = new HashMap<>();
        for (int i = 0; i < texts.size(); i++) {
            translations.put(texts.get(i), value.texts().get(i));
        }
        return new GroupTranslation.Result(translations, List.of(), List.of());
    }

    /** What is stored: one for each text. */
    record Translations(List<String> texts) {
        Translations {
            texts = List.copyOf(texts);
        }
    }
}
