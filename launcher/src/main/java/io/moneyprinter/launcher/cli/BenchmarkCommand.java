package io.moneyprinter.launcher.cli;

import io.moneyprinter.launcher.benchmark.RenderBenchmark;
import io.moneyprinter.launcher.node.RunningNode;
import io.moneyprinter.launcher.settings.Installation;
import io.moneyprinter.video.VideoConfig;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.FfmpegProgram;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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
      "  presets   speed against fidelity of the encoder's settings"
    })
public final class BenchmarkCommand implements Callable<Integer> {
  /** What can be measured. */
  enum What {
    COMPARE,
    LENGTHS,
    PRESETS
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

  @Mixin private InstallationOptions options = new InstallationOptions();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter out = spec.commandLine().getOut();
    Path target = Files.createDirectories(folder.toAbsolutePath());
    // A data folder of its own, emptied first: nothing may be found rendered already.
    Path data = target.resolve("data");
    if (Files.exists(data.resolve("blobs"))) {
      io.moneyprinter.platform.node.DataFolder.delete(data.resolve("blobs"));
    }
    Installation installation = options.with("data", data.toString()).read();
    LogSetup.toFile(installation.config().logging(), target.resolve("benchmark.log"));
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
        }
      }
    }
    return 0;
  }
}
