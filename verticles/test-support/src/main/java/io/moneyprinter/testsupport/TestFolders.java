package io.moneyprinter.testsupport;

import io.moneyprinter.platform.node.DataFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Folders of tests that live longer than one test, where {@code @TempDir} does not reach. Who makes
 * one deletes it; what a killed process left is deleted by a later one.
 */
public final class TestFolders {
  private static final Path TEMPORARY = Path.of(System.getProperty("java.io.tmpdir"));
  private static final Pattern NAME = Pattern.compile("moneyprinter-test-(\\d+)-.*");

  /** Process ids of another container that shares the folder mean nothing here. */
  private static final Duration SURELY_OVER = Duration.ofHours(1);

  static {
    sweep();
  }

  private TestFolders() {}

  /** A fresh, empty folder. */
  public static Path make(String purpose) {
    String name = "moneyprinter-test-%d-%s-".formatted(ProcessHandle.current().pid(), purpose);
    try {
      return Files.createTempDirectory(TEMPORARY, name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the programs of PostgreSQL and Redis are unpacked, once for all tests of this user. */
  public static Path programs() {
    return TEMPORARY.resolve("moneyprinter-test-engines-" + System.getProperty("user.name"));
  }

  private static void sweep() {
    Instant limit = Instant.now().minus(SURELY_OVER);
    try (Stream<Path> all = Files.list(TEMPORARY)) {
      all.filter(TestFolders::ofNobody).forEach(each -> deleteIfOlder(each, limit));
    } catch (IOException | UncheckedIOException e) {
      leftAlone(TEMPORARY, e);
    }
  }

  private static void deleteIfOlder(Path folder, Instant limit) {
    try {
      if (Files.getLastModifiedTime(folder).toInstant().isBefore(limit)) {
        DataFolder.delete(folder);
      }
    } catch (IOException | UncheckedIOException e) {
      leftAlone(folder, e);
    }
  }

  /** Another process may be deleting the same, or it is another user's: no matter of a test. */
  private static void leftAlone(Path folder, Exception why) {
    System.getLogger(TestFolders.class.getName()).log(Level.DEBUG, "Left alone: " + folder, why);
  }

  private static boolean ofNobody(Path folder) {
    Matcher name = NAME.matcher(folder.getFileName().toString());
    return name.matches() && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty();
  }
}
