package io.eventjobs.worker.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A result that consists of a text and text files. */
record StoredText(String text, List<Path> files) {
    static StoredText of(Path folder, String text, String... contents) throws IOException {
        Path made = Files.createTempDirectory(folder, "made-");
        List<Path> files = new ArrayList<>();
        for (String content : contents) {
            files.add(Files.writeString(made.resolve("file-" + files.size()), content));
        }
        return new StoredText(text, List.copyOf(files));
    }

    List<String> contents() throws IOException {
        List<String> contents = new ArrayList<>();
        for (Path file : files) {
            contents.add(Files.readString(file));
        }
        return contents;
    }

    /** Moves the files to a folder; a result counts as incomplete if its text says so. */
    record Codec(Path target) implements CheckpointCodec<StoredText, Value> {
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
        public boolean isComplete(StoredText result) {
            return !result.text().equals(UNFINISHED);
        }

        @Override
        public Value encode(StoredText result) {
            return new Value(result.text(), result.files().size());
        }

        @Override
        public List<Path> files(StoredText result) {
            return result.files();
        }

        @Override
        public StoredText decode(Value value, List<Path> files) throws IOException, UnusableCheckpointException {
            if (value.files() != files.size()) {
                throw new UnusableCheckpointException("it has " + files.size() + " files");
            }
            Path folder = Files.createTempDirectory(target, "restored-");
            List<Path> moved = new ArrayList<>();
            for (Path file : files) {
                moved.add(Files.move(file, folder.resolve(file.getFileName())));
            }
            return new StoredText(value.text(), moved);
        }
    }

    record Value(String text, int files) {}
}
