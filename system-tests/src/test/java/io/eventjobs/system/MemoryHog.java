package io.eventjobs.system;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A Java agent that exhausts the memory of the JVM that loads it. */
public final class MemoryHog {
    private static final int BLOCK = 1 << 20;

    private MemoryHog() {}

    /** Called by the JVM. */
    public static void agentmain(String arguments) {
        List<byte[]> kept = new ArrayList<>();
        while (kept.size() < Integer.MAX_VALUE) {
            kept.add(new byte[BLOCK]);
        }
    }

    /** Packs this class as an agent. */
    static Path jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Agent-Class"), MemoryHog.class.getName());
        String name = MemoryHog.class.getName().replace('.', '/') + ".class";
        Path jar = Files.createTempFile("memory-hog", ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                InputStream in =
                        Objects.requireNonNull(MemoryHog.class.getClassLoader().getResourceAsStream(name))) {
            out.putNextEntry(new JarEntry(name));
            in.transferTo(out);
        }
        return jar;
    }
}
