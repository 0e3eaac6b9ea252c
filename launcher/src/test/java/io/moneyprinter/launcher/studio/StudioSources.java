package io.moneyprinter.launcher.studio;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The modules of the studio as they were written. */
final class StudioSources {
  /** A module, by its path below {@code studio/}. */
  record Source(String path, String text) {}

  private StudioSources() {}

  /** All of them; neither libraries nor what is bundled are among them. */
  static List<Source> all() throws IOException {
    try {
      URI index = StudioSources.class.getResource("/studio/index.html").toURI();
      if (index.getScheme().equals("jar")) {
        try (FileSystem jar = FileSystems.newFileSystem(index, Map.of())) {
          return read(jar.getPath("/studio"));
        }
      }
      return read(Path.of(index).getParent());
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private static List<Source> read(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".js"))
          .map(file -> new Source(folder.relativize(file).toString(), text(file)))
          .filter(source -> !source.path().matches("(lib|bundle)/.*"))
          .toList();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
