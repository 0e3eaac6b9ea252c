package io.moneyprinter.materials.folder;

import io.moneyprinter.codecs.bus.Violation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * What stands beside the pictures of one folder to say what they show: {@code tags.yaml} with a
 * list (or words between commas) for each file name, and for {@code name.jpg} a {@code name.txt}.
 */
final class SideFiles {
  private static final long LARGEST = 256 * 1024;

  private final Path folder;
  private final Map<String, List<String>> byFile = new HashMap<>();

  /** Reads {@code tags.yaml}; what is wrong with it is added to the problems. */
  SideFiles(Path folder, String prefix, List<Violation> problems) {
    this.folder = folder;
    for (String name : List.of("tags.yaml", "tags.yml")) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        readYaml(file)
            .ifPresent(problem -> problems.add(FolderScan.problem(prefix + name, problem)));
      }
    }
  }

  private Optional<String> readYaml(Path file) {
    try {
      Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(small(file));
      if (tree instanceof Map<?, ?> map) {
        map.forEach((name, tags) -> byFile.put(String.valueOf(name), tags(tags)));
        return Optional.empty();
      }
      return Optional.of("should name files with their tags, such as: 'beach.jpg: [sea, sand]'");
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      return Optional.of("line " + line + " is not YAML: " + e.getProblem());
    } catch (YAMLException | IOException e) {
      return Optional.of("cannot be read: " + e.getMessage());
    }
  }

  private static List<String> tags(Object written) {
    if (written instanceof List<?> list) {
      List<String> tags = new ArrayList<>();
      list.forEach(tag -> tags.addAll(Tags.written(String.valueOf(tag))));
      return tags;
    }
    return written == null ? List.of() : Tags.written(written.toString());
  }

  /** The tags written for a file of this folder. */
  List<String> of(String fileName) throws IOException {
    int dot = fileName.lastIndexOf('.');
    Path text = folder.resolve(fileName.substring(0, dot > 0 ? dot : fileName.length()) + ".txt");
    List<String> beside = Files.isRegularFile(text) ? Tags.written(small(text)) : List.of();
    return Tags.joined(byFile.getOrDefault(fileName, List.of()), beside);
  }

  private static String small(Path file) throws IOException {
    if (Files.size(file) > LARGEST) {
      throw new IOException("it is larger than 256 KB");
    }
    return Files.readString(file);
  }
}
