package io.eventjobs.worker.session.bundle;

import java.nio.file.Path;

/**
 * A file for the bundle.
 *
 * @param path in the bundle
 * @param file on the local disk
 */
public record BundleFile(String path, Path file, String contentType) {}
