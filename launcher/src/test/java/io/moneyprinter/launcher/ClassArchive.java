package io.moneyprinter.launcher;

import io.moneyprinter.platform.node.DataFolder;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The classes that processes of tests start with, ready to use (class data sharing, JEP 350): what
 * takes a start most of its work is done once for some hundred of them. Java archives classes of
 * jars alone, so folders of the class path are packed first. Continuous integration makes the
 * archive, by a node started for that; a developer who runs a single test goes without.
 */
final class ClassArchive {
  private static final Path HOME =
      Path.of(
          System.getProperty("java.io.tmpdir"),
          "moneyprinter-test-classes-" + System.getProperty("user.name"));

  private final List<Path> entries;
  private final Path folder;

  private ClassArchive(List<Path> entries) throws IOException {
    this.entries = entries;
    this.folder = HOME.resolve(fingerprint(entries));
  }

  /**
   * Options for Java: its class path, with the archive where there is one.
   *
   * @param train runs a node under the options given, from its start to its end
   */
  static List<String> options(Function<List<String>, Boolean> train) {
    List<String> plain = List.of("-cp", System.getProperty("java.class.path"));
    if (System.getenv("CI") == null) {
      return plain;
    }
    try {
      List<Path> entries =
          Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
              .map(Path::of)
              .toList();
      return new ClassArchive(entries).ready(train).orElse(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path archive() {
    return folder.resolve("classes.jsa");
  }

  /** One process makes it, the others wait. */
  private Optional<List<String>> ready(Function<List<String>, Boolean> train) throws IOException {
    Files.createDirectories(HOME);
    try (FileChannel file =
        FileChannel.open(
            HOME.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      file.lock(); // until it is closed
      if (!Files.exists(folder)) {
        forgetOthers();
        make(train);
      }
    }
    return Files.exists(archive())
        ? Optional.of(
            List.of("-XX:SharedArchiveFile=" + archive(), "-Xlog:disable", "-cp", classPath()))
        : Optional.empty();
  }

  /** Those of other builds; one that runs at present may need its own. */
  private static void forgetOthers() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(1)));
    try (Stream<Path> all = Files.list(HOME)) {
      for (Path other : all.filter(Files::isDirectory).toList()) {
        if (Files.getLastModifiedTime(other).compareTo(old) < 0) {
          DataFolder.delete(other);
        }
      }
    }
  }

  private void make(Function<List<String>, Boolean> train) throws IOException {
    Files.createDirectories(folder);
    for (int i = 0; i < entries.size(); i++) {
      if (Files.isDirectory(entries.get(i))) {
        pack(entries.get(i), packed(i));
      }
    }
    Path part = folder.resolve("classes.part");
    List<String> options =
        List.of("-XX:ArchiveClassesAtExit=" + part, "-Xlog:disable", "-cp", classPath());
    if (train.apply(options) && Files.exists(part)) {
      Files.move(part, archive(), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path packed(int entry) {
    return folder.resolve(entry + ".jar");
  }

  private String classPath() {
    List<String> jars = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Path entry = entries.get(i);
      jars.add((Files.isDirectory(entry) ? packed(i) : entry).toString());
    }
    return String.join(File.pathSeparator, jars);
  }

  private static void pack(Path folder, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out);
        Stream<Path> files = Files.walk(folder)) {
      zip.setLevel(0);
      for (Path file : files.filter(each -> !each.equals(folder)).sorted().toList()) {
        String name = folder.relativize(file).toString().replace(File.separatorChar, '/');
        zip.putNextEntry(new ZipEntry(Files.isDirectory(file) ? name + "/" : name));
        if (Files.isRegularFile(file)) {
          Files.copy(file, zip);
        }
        zip.closeEntry();
      }
    }
  }

  /** Of names, sizes and times of all that the class path holds, and of the Java that runs it. */
  private static String fingerprint(List<Path> entries) throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
      for (Path entry : entries) {
        if (Files.exists(entry)) {
          try (Stream<Path> files = Files.walk(entry)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
              String line = file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file);
              digest.update(line.getBytes(StandardCharsets.UTF_8));
            }
          }
        }
      }
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java knows SHA-256", e);
    }
  }
}
