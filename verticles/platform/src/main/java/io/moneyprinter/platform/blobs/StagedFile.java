package io.moneyprinter.platform.blobs;

import java.nio.file.Path;

/**
 * A file being written, not yet in the store.
 *
 * @param name bare name in the staging folder
 * @param path where to write
 */
public record StagedFile(String name, Path path) {}
