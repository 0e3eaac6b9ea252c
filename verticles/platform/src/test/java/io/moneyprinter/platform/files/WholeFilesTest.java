package io.moneyprinter.platform.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFilesTest {
  @TempDir private Path root;

  @Test
  void aPrivateFileIsReadByItsOwnerAloneAndReplacedWhole() throws IOException {
    PrivateFile file = new PrivateFile(root.resolve("keys/key"));
    file.write("first");

    file.write("second");

    assertThat(file.path()).hasContent("second");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
        .isEqualTo("rw-------");
    assertThat(names(root.resolve("keys"))).containsExactly("key");
  }

  @Test
  void ofManyWhoMakeAFileAtOnceTheFirstOneWins() throws IOException {
    Path path = root.resolve("id");

    List<String> seen =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(
                each -> {
                  try {
                    new PrivateFile(path).writeIfAbsent("made by " + each);
                    return Files.readString(path);
                  } catch (IOException e) {
                    throw new AssertionError(e);
                  }
                })
            .distinct()
            .toList();

    assertThat(seen).hasSize(1);
    assertThat(names(root)).containsExactly("id");
  }

  @Test
  void aFolderAppearsWholeOrNotAtAllAndIsFilledOnce() throws IOException {
    WholeFolder folder = new WholeFolder(root.resolve("cache/program-1"));
    assertThatThrownBy(
            () ->
                folder.filledBy(
                    fresh -> {
                      Files.writeString(fresh.resolve("half"), "x");
                      throw new IOException("The disk is full");
                    }))
        .hasMessage("The disk is full");
    assertThat(names(root.resolve("cache"))).isEmpty();

    folder.filledBy(fresh -> Files.writeString(fresh.resolve("program"), "good"));
    folder.filledBy(fresh -> Files.writeString(fresh.resolve("program"), "again"));

    assertThat(folder.path().resolve("program")).hasContent("good");
  }

  @Test
  void theOneWhoFillsAFolderSecondIsContentWithTheFirst() throws IOException {
    WholeFolder folder = new WholeFolder(root.resolve("program-1"));

    folder.filledBy(
        fresh -> {
          Files.writeString(fresh.resolve("program"), "second");
          Files.writeString(Files.createDirectory(folder.path()).resolve("program"), "first");
        });

    assertThat(folder.path().resolve("program")).hasContent("first");
    assertThat(names(root)).containsExactly("program-1");
  }

  @Test
  void whatAKilledProcessWasFillingIsRemovedLater() throws IOException {
    Path old = Files.createDirectory(root.resolve(".filling-old"));
    Files.writeString(old.resolve("half"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
    Path fresh = Files.createDirectory(root.resolve(".filling-fresh"));

    new WholeFolder(root.resolve("program-2")).filledBy(folder -> {});

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      return all.map(each -> each.getFileName().toString()).sorted().toList();
    }
  }
}
