package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.platform.blobs.Blobs;
import io.moneyprinter.platform.blobs.StagedFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/**
 * What storing and reading a file costs, as ratios to copying it and syncing the copy: as it is,
 * and encrypted. Each is measured several times, taking turns, and the median counts.
 */
public final class StorageBenchmark {
  private static final int CHUNK = 1 << 20;
  private static final int TURNS = 5;
  private static final long SECONDS = 300;

  private final Blobs blobs;
  private final Path folder;
  private final PrintWriter out;
  private final Random random = new Random(1);

  private enum Way {
    COPY("plain copy, synced"),
    PUT("stored as it is"),
    PUT_ENCRYPTED("stored encrypted"),
    GET("read, lying plain on the node"),
    GET_ENCRYPTED("read out of the encrypted folder");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  /**
   * @param blobs of a node that encrypts the class {@code results} and not {@code segments}, both
   *     on its own disk
   * @param folder on the same disk
   */
  public StorageBenchmark(Blobs blobs, Path folder, PrintWriter out) {
    this.blobs = blobs;
    this.folder = folder;
    this.out = out;
  }

  /** Measures files of so many MB each. */
  public void measure(int... megabytes) throws Exception {
    out.printf("%n### Storage%n%n| file | way | ms | of the copy |%n| --- | --- | --- | --- |%n");
    for (int size : megabytes) {
      measure(size);
    }
    out.flush();
  }

  private void measure(int megabytes) throws Exception {
    double[][] times = new double[Way.values().length][TURNS + 1];
    for (int turn = 0; turn <= TURNS; turn++) {
      Path file = fresh(megabytes);
      times[Way.COPY.ordinal()][turn] = timed(() -> copied(file));
      StagedFile plain = staged(file);
      List<Blob> made = new ArrayList<>();
      times[Way.PUT.ordinal()][turn] = timed(() -> made.add(commit(plain, StorageClass.SEGMENTS)));
      times[Way.GET.ordinal()][turn] = timed(() -> read(made.get(0)));
      Path other = fresh(megabytes);
      StagedFile secret = staged(other);
      times[Way.PUT_ENCRYPTED.ordinal()][turn] =
          timed(() -> made.add(commit(secret, StorageClass.RESULTS)));
      Files.delete(blobs.path(made.get(1)));
      times[Way.GET_ENCRYPTED.ordinal()][turn] = timed(() -> read(made.get(1)));
      Files.delete(file);
      Files.delete(other);
      Files.delete(blobs.path(made.get(0)));
    }
    double copy = median(times[Way.COPY.ordinal()]);
    for (Way way : Way.values()) {
      double time = median(times[way.ordinal()]);
      out.printf(
          Locale.ROOT,
          "| %d MB | %s | %.0f | %.2f |%n",
          megabytes,
          way.words,
          1_000 * time,
          time / copy);
    }
  }

  /** Random bytes: nothing that was stored before, and nothing that gets smaller. */
  private Path fresh(int megabytes) throws IOException {
    Path file = folder.resolve("bytes");
    Path made = Files.createTempFile(folder, file.getFileName().toString(), null);
    byte[] chunk = new byte[CHUNK];
    try (OutputStream target = Files.newOutputStream(made)) {
      for (int i = 0; i < megabytes; i++) {
        random.nextBytes(chunk);
        target.write(chunk);
      }
    }
    return made;
  }

  private StagedFile staged(Path file) throws IOException {
    StagedFile staged = blobs.stage(".bin");
    Files.copy(file, staged.path());
    return staged;
  }

  private Void copied(Path file) throws IOException {
    Path copy = folder.resolve("copy");
    Files.copy(file, copy);
    try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
      channel.force(true);
    }
    Files.delete(copy);
    return null;
  }

  private Blob commit(StagedFile file, StorageClass as) throws Exception {
    return blobs
        .commit(file, "application/octet-stream", "benchmark", as)
        .await(SECONDS, TimeUnit.SECONDS);
  }

  private Path read(Blob blob) throws Exception {
    return blobs.local(blob).await(SECONDS, TimeUnit.SECONDS);
  }

  private static double timed(Callable<?> work) throws Exception {
    long begin = System.nanoTime();
    work.call();
    return (System.nanoTime() - begin) / 1e9;
  }

  /** Of all turns but the first, which warms up. */
  private static double median(double[] times) {
    double[] counted = Arrays.copyOfRange(times, 1, times.length);
    Arrays.sort(counted);
    return counted[counted.length / 2];
  }
}
