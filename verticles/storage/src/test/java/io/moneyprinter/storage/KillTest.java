package io.moneyprinter.storage;

import static io.moneyprinter.testsupport.Answers.answer;
import static io.moneyprinter.testsupport.Answers.failure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.database.DatabaseAccess;
import io.moneyprinter.platform.digest.Sha256;
import io.moneyprinter.storage.s3.S3Server;
import io.moneyprinter.testsupport.Await;
import io.moneyprinter.testsupport.TestEngines;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Processes that end with {@code kill -9} at any moment, and a disk that gets full. */
class KillTest {
  private static final int ROUNDS = 3;
  private static final long SEED = 20261122;

  @TempDir private Path folder;
  private TestEngines engines;
  private DatabaseAccess access;

  @RegisterExtension
  private final BeforeEachCallback databases =
      test -> {
        engines = TestEngines.of(test);
        access = engines.freshDatabases();
      };

  @Test
  void whatWasStoredIsThereAfterKillsDuringPutEncryptionAndRotation() throws Exception {
    Map<String, Long> stored = new LinkedHashMap<>();
    Random random = new Random(SEED);
    try (S3Server server = new S3Server()) {
      for (int round = 0; round < ROUNDS; round++) {
        storeUntilKilled(server, round, Duration.ofMillis(random.nextInt(700)), stored);
      }
      assertThat(stored.size()).isGreaterThan(ROUNDS * 2);

      StorageConfig config = KilledStore.config(server.port(), "odd");
      try (StorageNode node = StorageNode.start(folder, access, engines.redisUri(), config, null)) {
        assertWholeFilesOnly(folder.resolve("blobs"));
        awaitNone(node, "SELECT 1 FROM upload", "what was on its way has arrived");
        awaitNone(node, "SELECT 1 FROM home WHERE key_id <> 'odd'", "all keys are wrapped anew");
        for (Map.Entry<String, Long> each : stored.entrySet()) {
          Blob blob = new Blob(each.getKey(), each.getValue(), "application/octet-stream");
          if (housed(node, blob)) {
            node.evict(blob);
          }
          assertThat(node.read(blob)).hasSize(each.getValue().intValue());
        }
        awaitEmpty(folder.resolve("outbox"));
        awaitEmpty(folder.resolve("staging"));
      }
    }
  }

  private void storeUntilKilled(
      S3Server server, int round, Duration after, Map<String, Long> stored) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                KilledStore.class.getName(),
                folder.toString(),
                Integer.toString(access.port()),
                access.user(),
                access.password(),
                access.prefix(),
                engines.redisUri(),
                Integer.toString(server.port()),
                round % 2 == 0 ? "even" : "odd",
                Integer.toString(round))
            .redirectErrorStream(true)
            .start();
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      Thread killer = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("stored ")) {
          String[] words = line.split(" ");
          stored.put(words[1], Long.parseLong(words[2]));
          if (killer == null) {
            killer = killing(process, after);
          }
        }
      }
    }
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).as("killed").isEqualTo(137);
  }

  /** The moment is drawn by chance; nothing waits for it. */
  private static Thread killing(Process process, Duration after) {
    Thread killer =
        new Thread(
            () -> {
              LockSupport.parkNanos(after.toNanos());
              process.destroyForcibly();
            });
    killer.start();
    return killer;
  }

  private static void assertWholeFilesOnly(Path blobs) throws IOException {
    try (Stream<Path> files = Files.walk(blobs)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        assertThat(Sha256.hex(file)).isEqualTo(file.getFileName().toString());
      }
    }
  }

  private static boolean housed(StorageNode node, Blob blob) {
    return rows(node, "SELECT 1 FROM home WHERE blob_key = '" + blob.key() + "'") > 0;
  }

  private static void awaitNone(StorageNode node, String sql, String what) {
    Await.until(what, Duration.ofSeconds(30), Duration.ofMillis(100), () -> rows(node, sql) == 0);
  }

  private static int rows(StorageNode node, String sql) {
    return answer(node.database().writer().query(sql).execute().map(rows -> rows.size()));
  }

  private static void awaitEmpty(Path of) {
    Await.until(
        "nothing is left over in " + of,
        Duration.ofSeconds(10),
        () -> {
          try (Stream<Path> files = Files.list(of)) {
            return files.findAny().isEmpty();
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void aFullDiskIsToldAndWhatCouldNotBeStoredIsStoredOnceThereIsRoom() throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", disk.toString()) == 0,
        "Only root may make a small disk");
    try (StorageNode node =
        StorageNode.start(disk, access, engines.redisUri(), KilledStore.config(1, "even"), null)) {
      Path ballast = Files.write(disk.resolve("ballast"), new byte[9_000_000]);
      byte[] bytes = new byte[5_000_000];
      new Random(1).nextBytes(bytes);

      ServiceFailure full = failure(node.storing(bytes, "audio/wav", StorageClass.PARTS));
      assertThat(full.code()).isEqualTo(FailureCode.RESOURCE);
      assertThat(full.getMessage()).contains("No space left on device").contains("free some space");
      assertThat(rows(node, "SELECT 1 FROM home")).isZero();

      Files.delete(ballast);
      Blob blob = node.store(bytes, "audio/wav", StorageClass.PARTS);
      node.evict(blob);
      assertThat(node.read(blob)).isEqualTo(bytes);
      assertWholeFilesOnly(disk.resolve("blobs"));
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor();
  }
}
