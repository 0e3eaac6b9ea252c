package io.moneyprinter.launcher.benchmark;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Speed against fidelity of the encoder's settings, on the same composed frames. Blocks. */
final class PresetTable {
  private static final int FPS = 30;
  private static final int FRAMES = 600;
  private static final String SMALL_TREE = "mbtree=1:rc-lookahead=10";
  private static final String TREE = "mbtree=1:rc-lookahead=20";

  private final Program program;
  private final Meter meter;
  private final Fidelity fidelity;

  /** Settings of libx264. */
  private record Settings(String preset, int crf, String parameters) {
    String name() {
      return preset + (parameters.isEmpty() ? "" : " + " + parameters);
    }
  }

  PresetTable(Program program, Meter meter) {
    this.program = program;
    this.meter = meter;
    this.fidelity = new Fidelity(program);
  }

  /** Writes a row for each setting. */
  void print(Path raw, String size, PrintWriter out) throws Exception {
    out.println("| settings | crf | CPU s | size MB | SSIM (Y) |");
    out.println("| --- | --- | --- | --- | --- |");
    Path reference = reference(raw, size);
    for (Settings settings : all()) {
      Path target = program.folder().resolve("preset.mp4");
      Effort effort = meter.measure(() -> encode(raw, size, settings, target)).effort();
      out.printf(
          Locale.ROOT,
          "| %s | %d | %.1f | %.1f | %.5f |%n",
          settings.name(),
          settings.crf(),
          effort.cpu(),
          Files.size(target) / 1e6,
          fidelity.ssim(target, reference));
      out.flush();
    }
  }

  private static List<Settings> all() {
    List<Settings> all = new ArrayList<>();
    all.add(new Settings("ultrafast", 21, ""));
    all.add(new Settings("superfast", 21, ""));
    for (int crf : new int[] {19, 21, 23}) {
      all.add(new Settings("superfast", crf, TREE));
    }
    all.add(new Settings("superfast", 21, SMALL_TREE));
    all.add(new Settings("veryfast", 21, ""));
    all.add(new Settings("faster", 21, ""));
    all.add(new Settings("medium", 21, ""));
    return all;
  }

  private Path reference(Path raw, String size) throws IOException {
    Path target = program.folder().resolve("preset-reference.mp4");
    encode(raw, size, new Settings("ultrafast", 0, ""), target);
    return target;
  }

  private Path encode(Path raw, String size, Settings settings, Path target) throws IOException {
    List<String> line = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p"));
    line.addAll(List.of("-s", size, "-r", "" + FPS, "-i", raw.toString()));
    line.addAll(List.of("-frames:v", "" + FRAMES, "-c:v", "libx264"));
    line.addAll(List.of("-preset", settings.preset()));
    line.addAll(settings.crf() == 0 ? List.of("-qp", "0") : List.of("-crf", "" + settings.crf()));
    if (!settings.parameters().isEmpty()) {
      line.addAll(List.of("-x264-params", settings.parameters()));
    }
    line.addAll(List.of("-g", "60", "-threads", "2", target.toString()));
    program.run(line);
    return target;
  }
}
