package io.moneyprinter.platform.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir private Path root;

  @Test
  void whatAKilledProcessLeftIsSweptButNotWhatIsFresh() throws IOException {
    DataFolder data = new DataFolder(root);
    Path old = data.scratch("render");
    Files.writeString(old.resolve("frames.raw"), "x");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    Path fresh = data.scratch("render");

    data.sweepScratch(Duration.ofDays(1));

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    data.sweepScratch(Duration.ZERO);
    assertThat(fresh).doesNotExist();
  }

  @Test
  void nodesThatSweepTheSameFolderAtOnceDoNotStopEachOther() throws Exception {
    DataFolder data = new DataFolder(root);
    for (int folder = 0; folder < 200; folder++) {
      Path work = data.scratch("render");
      Files.writeString(work.resolve("frames.raw"), "x");
    }
    ExecutorService nodes = Executors.newFixedThreadPool(4);

    List<Future<Void>> sweeps =
        nodes.invokeAll(
            Collections.nCopies(
                4,
                () -> {
                  data.sweepScratch(Duration.ZERO);
                  return null;
                }));

    for (Future<Void> sweep : sweeps) {
      sweep.get();
    }
    nodes.shutdown();
    assertThat(root.resolve("scratch")).isEmptyDirectory();
  }

  @Test
  void deletingDoesNotFollowLinks() throws IOException {
    Path precious = Files.writeString(root.resolve("precious.txt"), "keep");
    DataFolder data = new DataFolder(root.resolve("data"));
    Path work = data.scratch("import");
    Files.createSymbolicLink(work.resolve("link.txt"), precious);
    Files.createSymbolicLink(work.resolve("up"), root);

    DataFolder.delete(work);

    assertThat(work).doesNotExist();
    assertThat(precious).hasContent("keep");
  }
}
