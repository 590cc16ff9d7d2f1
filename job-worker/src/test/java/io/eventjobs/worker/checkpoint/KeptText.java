package io.eventjobs.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A result that is a text with files, each of which holds a text. */
record KeptText(String text, List<Path> files) {
    static KeptText of(Path folder, String text, String... contents) throws IOException {
        Path made = Files.createTempDirectory(folder, "made-");
        List<Path> files = new ArrayList<>();
        for (String content : contents) {
            files.add(Files.writeString(made.resolve("file-" + files.size()), content));
        }
        return new KeptText(text, List.copyOf(files));
    }

    List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readString(file));
        }
        return contents;
    }

    /** Files are moved to a folder; a text that says so is not finished. */
    record Form(Path target) implements CheckpointForm<KeptText, Value> {
        static final String UNFINISHED = "unfinished";

        @Override
        public String subject() {
            return "a text";
        }

        @Override
        public Class<Value> valueType() {
            return Value.class;
        }

        @Override
        public boolean isFinished(KeptText result) {
            return !result.text().equals(UNFINISHED);
        }

        @Override
        public Value value(KeptText result) {
            return new Value(result.text(), result.files().size());
        }

        @Override
        public List<Path> files(KeptText result) {
            return result.files();
        }

        @Override
        public KeptText restored(Value value, List<Path> files) throws IOException, UnusableCheckpointException {
            if (value.files() != files.size()) {
                throw new UnusableCheckpointException("it has " + files.size() + " files");
            }
            Path folder = Files.createTempDirectory(target, "restored-");
            List<Path> moved = new ArrayList<>();
            for (Path file : files) {
                moved.add(Files.move(file, folder.resolve(file.getFileName())));
            }
            return new KeptText(value.text(), moved);
        }
    }

    record Value(String text, int files) {}
}
