package io.moneyprinter.engines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramCacheTest {
  private static final String RESOURCE = "/redis-server-6.2.7-linux-386";

  @TempDir Path folder;

  @Test
  void manyAtOnceShareOneCompleteFolder() throws Exception {
    int many = 8;
    CyclicBarrier together = new CyclicBarrier(many);
    ExecutorService pool = Executors.newFixedThreadPool(many);
    try {
      List<Callable<Path>> askers =
          IntStream.range(0, many)
              .<Callable<Path>>mapToObj(
                  i ->
                      () -> {
                        together.await();
                        return unpack(folder.resolve("deep/cache"));
                      })
              .toList();
      for (Future<Path> unpacked : pool.invokeAll(askers)) {
        assertThat(unpacked.get().resolve("program")).isExecutable().hasSize(4_238_724);
      }
    } finally {
      pool.shutdownNow();
    }
    try (Stream<Path> entries = Files.list(folder.resolve("deep/cache"))) {
      assertThat(entries).hasSize(1);
    }
  }

  @Test
  void whatAnUnpackingThatDiedLeftBehindIsRemoved() throws IOException {
    Path left = folder.resolve("postgres-linux-x86_64-0123abcd-99-123456");
    Path running = folder.resolve("postgres-linux-x86_64-0123abcd-99-654321");
    Files.createDirectories(left.resolve("bin"));
    Files.createDirectories(running);
    Files.setLastModifiedTime(left, FileTime.from(Instant.now().minusSeconds(7_200)));

    unpack(folder);

    assertThat(left).doesNotExist();
    assertThat(running).exists();
  }

  @Test
  void aResourceThatThisBuildDoesNotCarryIsNamed() {
    assertThatThrownBy(
            () -> new ProgramCache(folder).folderOf("/postgres-plan9.txz", Unpackers::tarXz))
        .isInstanceOf(EngineException.class)
        .hasMessageContaining("does not carry postgres-plan9.txz");
  }

  private static Path unpack(Path cache) {
    return new ProgramCache(cache).folderOf(RESOURCE, Unpackers.program("program"));
  }
}
