package io.moneyprinter.launcher.cli;

import io.moneyprinter.codecs.bus.ServiceFailure;
import io.moneyprinter.launcher.benchmark.ClusterBenchmark;
import io.moneyprinter.launcher.benchmark.RangeBenchmark;
import io.moneyprinter.launcher.benchmark.RenderBenchmark;
import io.moneyprinter.launcher.benchmark.StorageBenchmark;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.video.VideoConfig;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code moneyprinter benchmark}. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Measures this machine and this program against each other; prints Markdown.",
      "Needs Linux, some 12 GB of disk, and nothing else running. A few minutes each."
    },
    footer = {
      "",
      "What it measures:",
      "  compare   one minute of video against the physical floor, one plain filter graph and",
      "            three passes; then the same video with one caption changed",
      "  lengths   memory with one and with ten minutes of video",
      "  presets   speed against fidelity of the encoder's settings",
      "  cluster   the same minute as a job: one node of one processor, two of them, and two of",
      "            which one is killed half-way; needs taskset and two processors",
      "  storage   files of 1, 16 and 128 MB stored and read, plain and encrypted, against a copy;",
      "            then players that seek in a file by a link, against reading it directly"
    })
public final class BenchmarkCommand implements Callable<Integer> {
  private static final int FEWEST_SCENES = 3;
  private static final int KEY_BYTES = 32;
  private static final int PLAYERS = 4;
  private static final int[] SIZES = {1, 16, 128};

  /** What can be measured. */
  enum What {
    COMPARE,
    LENGTHS,
    PRESETS,
    CLUSTER,
    STORAGE
  }

  @Parameters(
      arity = "1..*",
      paramLabel = "WHAT",
      description = "${COMPLETION-CANDIDATES}, in any letter case")
  private List<What> what;

  @Option(
      names = "--folder",
      paramLabel = "FOLDER",
      description = "Where footage and results go; kept, so that the next run need not film again")
  private Path folder = Path.of("benchmark");

  @Option(
      names = "--scenes",
      paramLabel = "COUNT",
      description = "Scenes of the cluster's video, five seconds each (default: ${DEFAULT-VALUE})")
  private int scenes = 12;

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path target = Files.createDirectories(folder.toAbsolutePath());
    if (scenes < FEWEST_SCENES) {
      throw ServiceFailure.invalid(
          "", "--scenes: give " + FEWEST_SCENES + " or more; ten seconds may be made in one piece");
    }
    List<What> alone =
        what.stream().filter(one -> one != What.CLUSTER && one != What.STORAGE).toList();
    Installation installation = options.with("data", target.resolve("data").toString()).read();
    LogSetup.toFile(installation.config().logging(), target.resolve("benchmark.log"));
    if (!alone.isEmpty()) {
      render(alone, installation, target, out);
    }
    if (what.contains(What.CLUSTER)) {
      new ClusterBenchmark(
              options.choice(),
              FfmpegProgram.bundled(Files.createDirectories(target.resolve("ffmpeg"))),
              target,
              scenes,
              out)
          .measure();
    }
    if (what.contains(What.STORAGE)) {
      store(target, out);
    }
    return 0;
  }

  /** Results are encrypted by a key of this run alone, so nothing of it is ever read again. */
  private void store(Path target, PrintWriter out) throws Exception {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    Path secret = Files.createTempFile(target, "benchmark", ".key");
    int port = freePort();
    try {
      Files.writeString(secret, Base64.getEncoder().encodeToString(key));
      Installation installation =
          options
              .with("storage.encryption.current", "benchmark")
              .with("storage.encryption.keys.benchmark.secret", "file:" + secret)
              .with("storage.classes.results.encrypt", "true")
              .with("gateway.http.port", Integer.toString(port))
              .read();
      try (RunningNode node = RunningNode.start(installation, Set.of("storage", "gateway"))) {
        new StorageBenchmark(node.node().blobs(), target, out).measure(SIZES);
        URI gateway = URI.create("http://127.0.0.1:" + port);
        new RangeBenchmark(node.node(), gateway, PLAYERS, out).measure();
      }
      DataFolder.delete(installation.data().resolve("vault"));
    } finally {
      Files.deleteIfExists(secret);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return free.getLocalPort();
    }
  }

  private static void render(
      List<What> what, Installation installation, Path target, PrintWriter out) throws Exception {
    // A data folder of its own, emptied first: nothing may be found rendered already.
    Path blobs = installation.data().resolve("blobs");
    if (Files.exists(blobs)) {
      DataFolder.delete(blobs);
    }
    try (RunningNode node = RunningNode.start(installation, Set.of("storage", "video"))) {
      VideoConfig video = installation.config().video();
      int slots = Math.max(1, Runtime.getRuntime().availableProcessors());
      RenderBenchmark benchmark =
          new RenderBenchmark(
              node.node(),
              FfmpegProgram.bundled(node.node().data().cache("ffmpeg")),
              new EncoderCatalogue(video.preset(), video.crf())
                  .named("libx264")
                  .arguments(30, video.threads()),
              slots,
              target,
              out);
      for (What one : what) {
        switch (one) {
          case COMPARE -> benchmark.compare();
          case LENGTHS -> benchmark.lengths();
          case PRESETS -> benchmark.presets(out);
          case CLUSTER, STORAGE ->
              throw new IllegalArgumentException("These have nodes of their own");
        }
      }
    }
  }
}
