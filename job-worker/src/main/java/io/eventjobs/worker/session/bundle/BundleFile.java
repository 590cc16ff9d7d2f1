package io.eventjobs.worker.session.bundle;

import java.nio.file.Path;

/**
 * A file to be stored.
 *
 * @param path in the bundle
 * @param file on this machine
 */
public record BundleFile(String path, Path file, String contentType) {}
