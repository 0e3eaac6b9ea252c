package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.storage.CreateLink;
import io.moneyprinter.codecs.storage.Link;
import io.moneyprinter.codecs.storage.StorageClass;
import io.moneyprinter.codecs.storage.StorageMessages;
import io.moneyprinter.platform.blobs.StagedFile;
import io.moneyprinter.platform.node.Node;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long a player waits for the megabyte that it seeks to, by a link over HTTP, as ratios to
 * reading it from the file: lying plain on the node, and encrypted. Some players at once, each at
 * the pace at which a player asks.
 */
public final class RangeBenchmark {
  private static final int MEGABYTE = 1 << 20;
  private static final int SIZE = 128;
  private static final int SEEKS = 50;
  private static final int WARM_UP = 10;
  private static final Duration PACE = Duration.ofMillis(100);
  private static final long SECONDS = 120;

  private final Node node;
  private final URI gateway;
  private final int players;
  private final PrintWriter out;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Reads one megabyte from that offset. */
  private interface Reading {
    int from(long offset) throws Exception;
  }

  /**
   * @param node that encrypts the class {@code results} and not {@code segments}
   * @param gateway where it answers
   * @param players that read at once
   */
  public RangeBenchmark(Node node, URI gateway, int players, PrintWriter out) {
    this.node = node;
    this.gateway = gateway;
    this.players = players;
    this.out = out;
  }

  /** Measures and prints. */
  public void measure() throws Exception {
    Blob plain = stored(1, StorageClass.SEGMENTS);
    Blob secret = stored(2, StorageClass.RESULTS);
    Files.delete(node.blobs().path(secret));
    Path file = node.blobs().path(plain);
    out.printf(
        "%n%d players at once, each seeking 1 MB of %d MB every %d ms%n%n"
            + "| way | p50 ms | p95 ms | p50 of the file |%n| --- | --- | --- | --- |%n",
        players, SIZE, PACE.toMillis());
    double direct = show("read from the file", offset -> fromFile(file, offset), 0);
    show("by link, lying plain on the node", byLink(plain), direct);
    show("by link, encrypted on the node", byLink(secret), direct);
    out.flush();
  }

  private Blob stored(int seed, StorageClass as) throws Exception {
    StagedFile staged = node.blobs().stage(".bin");
    Random random = new Random(seed + System.nanoTime());
    byte[] chunk = new byte[MEGABYTE];
    try (OutputStream target = Files.newOutputStream(staged.path())) {
      for (int i = 0; i < SIZE; i++) {
        random.nextBytes(chunk);
        target.write(chunk);
      }
    }
    return node.blobs()
        .commit(staged, "video/mp4", "benchmark", as)
        .await(SECONDS, TimeUnit.SECONDS);
  }

  private static int fromFile(Path file, long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(MEGABYTE);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (bytes.hasRemaining() && channel.read(bytes, offset + bytes.position()) >= 0) {
        continue;
      }
    }
    return bytes.position();
  }

  private Reading byLink(Blob blob) throws Exception {
    CreateLink wish =
        new CreateLink(blob.key(), "video/benchmark/video.mp4", null, null, null, null, null);
    Link link =
        StorageMessages.CREATE_LINK
            .ask(node.vertx().eventBus(), wish)
            .await(SECONDS, TimeUnit.SECONDS);
    URI address = gateway.resolve(link.href());
    return offset -> {
      HttpRequest request =
          HttpRequest.newBuilder(address)
              .header("Range", "bytes=" + offset + "-" + (offset + MEGABYTE - 1))
              .build();
      return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body().length;
    };
  }

  /** Answers with the median in seconds. */
  private double show(String way, Reading reading, double direct) throws Exception {
    List<Double> times = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(players);
    try {
      List<Callable<List<Double>>> all = new ArrayList<>();
      for (int player = 0; player < players; player++) {
        int seed = player;
        all.add(() -> play(reading, new Random(seed)));
      }
      for (Future<List<Double>> one : threads.invokeAll(all)) {
        times.addAll(one.get());
      }
    } finally {
      threads.shutdown();
    }
    times.sort(null);
    double median = times.get(times.size() / 2);
    out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f |%n",
        way,
        1_000 * median,
        1_000 * times.get(times.size() * 95 / 100),
        direct == 0 ? 1 : median / direct);
    return median;
  }

  private static List<Double> play(Reading reading, Random random) throws Exception {
    List<Double> times = new ArrayList<>();
    for (int seek = 0; seek < SEEKS; seek++) {
      long offset = (long) (random.nextDouble() * (SIZE - 1) * MEGABYTE);
      long begin = System.nanoTime();
      int read = reading.from(offset);
      long took = System.nanoTime() - begin;
      if (read != MEGABYTE) {
        throw new IllegalStateException("1 MB was asked for, " + read + " bytes came");
      }
      if (seek >= WARM_UP) {
        times.add(took / 1e9);
      }
      TimeUnit.NANOSECONDS.sleep(Math.max(0, PACE.toNanos() - took));
    }
    return times;
  }
}
