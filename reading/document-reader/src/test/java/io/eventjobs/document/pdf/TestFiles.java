package io.eventjobs.document.pdf;

import java.nio.file.Path;

/** Page images side by side in a folder. */
public record TestFiles(Path folder) implements PageFiles {
    @Override
    public Path image(int page) {
        return folder.resolve("page-" + page + ".jpg");
    }

    @Override
    public Path small(int page) {
        return folder.resolve("page-" + page + "-small.jpg");
    }
}
