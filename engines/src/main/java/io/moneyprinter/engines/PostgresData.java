package io.moneyprinter.engines;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of an embedded PostgreSQL: {@code data} in the server's folder. It is made under another
 * name and renamed when complete, so a folder of that name is never half made.
 */
final class PostgresData {
  private static final Logger LOG = LoggerFactory.getLogger(PostgresData.class);

  /** Data of one major version cannot be opened by another. */
  private static final String VERSION = "17";

  private final Path folder;
  private final Path data;

  PostgresData(Path folder) {
    this.folder = folder;
    this.data = folder.resolve("data");
  }

  Path path() {
    return data;
  }

  /** Makes the data if there is none yet, else checks that this version can open it. */
  void prepare(Launch launch, String user, boolean durable) {
    try {
      if (Files.exists(data)) {
        requireVersion();
        forgetReusedProcessId();
      } else {
        make(launch, user, durable);
      }
    } catch (IOException e) {
      throw Folders.failure("Could not make the PostgreSQL data folder " + data, folder, e);
    }
  }

  private void make(Launch launch, String user, boolean durable) throws IOException {
    long start = System.nanoTime();
    Path making = folder.resolve("data.making");
    Folders.delete(making);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "--pgdata=" + making,
                "--username=" + user,
                "--pwfile=" + PasswordFile.in(folder),
                "--auth=scram-sha-256",
                // Many rounds slow down who guesses: nobody guesses 192 random bits, and each
                // connection would cost them.
                "--set=scram_iterations=1",
                "--data-checksums",
                "--encoding=UTF8",
                // The built-in provider sorts alike on every machine, whatever locales that has.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
    if (!durable) {
      arguments.add("--no-sync");
    }
    Process initdb =
        Launch.builder(launch.command(launch.program().resolveSibling("initdb"), arguments), folder)
            .start();
    try {
      initdb.getOutputStream().close();
      String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (initdb.waitFor() != 0) {
        Folders.delete(making);
        throw Diagnosis.of(
            EmbeddedPostgres.NAME, "could not make its data", lastLines(output), folder);
      }
    } catch (InterruptedException e) {
      initdb.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new EngineException("The start of PostgreSQL was interrupted", "Start again", e);
    }
    Files.move(making, data, StandardCopyOption.ATOMIC_MOVE);
    Folders.sync(folder);
    LOG.info(
        "Made the PostgreSQL data in {} ({} ms)", data, (System.nanoTime() - start) / 1_000_000);
  }

  private void requireVersion() throws IOException {
    Path file = data.resolve("PG_VERSION");
    if (!Files.exists(file)) {
      throw new EngineException(
          data + " holds no PostgreSQL data", "Move it away, or choose another data folder");
    }
    String version = Files.readString(file).strip();
    if (!version.equals(VERSION)) {
      throw new EngineException(
          "%s was made by PostgreSQL %s, and this is PostgreSQL %s"
              .formatted(data, version, VERSION),
          "Choose another data folder, or move the data over with pg_dump of the old version");
    }
  }

  /**
   * After a crash PostgreSQL compares the process id it left behind with those alive, and refuses
   * to start if another program has got that number meanwhile. The caller has made sure that no
   * server works here, so the number is stale.
   */
  private void forgetReusedProcessId() throws IOException {
    Path file = data.resolve("postmaster.pid");
    if (!Files.exists(file)) {
      return;
    }
    Optional<Long> pid =
        Files.readAllLines(file).stream()
            .findFirst()
            .filter(line -> line.matches("\\d{1,18}"))
            .map(Long::valueOf);
    if (pid.flatMap(ProcessHandle::of).isPresent()) {
      LOG.info(
          "Process {} is not the former PostgreSQL of {}: forgetting its number", pid.get(), data);
      Files.delete(file);
    }
  }

  private static String lastLines(String text) {
    List<String> lines = text.strip().lines().toList();
    return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
  }
}
