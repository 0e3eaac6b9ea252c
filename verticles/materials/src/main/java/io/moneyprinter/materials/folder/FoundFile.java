package io.moneyprinter.materials.folder;

import java.nio.file.Path;
import java.util.List;

/**
 * A file found in a folder.
 *
 * @param name its path inside the folder, with {@code /}
 * @param file where it really is
 * @param tags what its name and its side file say it shows
 */
public record FoundFile(String name, Path file, MediaType type, List<String> tags) {}
