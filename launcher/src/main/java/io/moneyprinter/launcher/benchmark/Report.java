package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.video.RenderedSegment;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Writes what was measured as Markdown, row by row. */
final class Report {
  private static final double MEGA = 1e6;

  private final PrintWriter out;

  Report(PrintWriter out) {
    this.out = out;
  }

  void title(String text) {
    line("%n### %s%n", text);
  }

  void head() {
    line(
        "| way | CPU s | of the floor | wall s | largest FFmpeg MB | all FFmpeg MB | JVM MB |"
            + " size MB | SSIM (Y) |");
    line("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
  }

  /**
   * @param video {@code null} when nothing came out that compares
   */
  void row(String way, Effort effort, Effort floor, Path video, double ssim) throws IOException {
    line(
        "| %s | %.1f | %.2f | %.1f | %.0f | %.0f | %.0f | %s | %s |",
        way,
        effort.cpu(),
        effort.cpu() / floor.cpu(),
        effort.wall(),
        effort.peakProcess() / MEGA,
        effort.peakChildren() / MEGA,
        effort.peakOwn() / MEGA,
        video == null ? "" : text("%.1f", Files.size(video) / MEGA),
        video == null ? "" : text("%.5f", ssim));
  }

  void edit(Effort whole, Effort edit, List<RenderedSegment> before, List<RenderedSegment> after) {
    long reused = after.stream().filter(RenderedSegment::reused).count();
    line(
        "%nOne caption changed: %.1f s against %.1f s (1/%.1f), CPU %.1f s; %d of %d segments"
            + " reused, %d the same to the byte.",
        edit.wall(),
        whole.wall(),
        whole.wall() / edit.wall(),
        edit.cpu(),
        reused,
        after.size(),
        RenderBenchmark.same(before, after));
  }

  void length(int minutes, Effort effort) {
    line(
        "%d min: %.0f s by the clock, %.0f s CPU (of which the JVM %.1f); largest FFmpeg %.0f MB, all at once %.0f MB,"
            + " JVM %.0f MB",
        minutes,
        effort.wall(),
        effort.cpu(),
        effort.own(),
        effort.peakProcess() / MEGA,
        effort.peakChildren() / MEGA,
        effort.peakOwn() / MEGA);
  }

  void part(String name, Effort effort) {
    line("Of this %s: %.1f s CPU (of which the JVM %.1f)", name, effort.cpu(), effort.own());
  }

  private void line(String form, Object... values) {
    out.println(text(form, values));
    out.flush();
  }

  private static String text(String form, Object... values) {
    return String.format(Locale.ROOT, form, values);
  }
}
