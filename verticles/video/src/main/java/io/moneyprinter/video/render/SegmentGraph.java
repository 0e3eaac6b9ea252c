package io.moneyprinter.video.render;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The one filter graph of a segment: its clips, the overlays over them, the texts over those. Every
 * frame is decoded once and encoded once. Pure.
 */
final class SegmentGraph {
  private final Segment segment;
  private final Canvas canvas;
  private final SegmentParts parts;
  private final Function<Blob, Path> files;
  private final GraphInputs inputs = new GraphInputs();
  private final List<String> chains = new ArrayList<>();

  SegmentGraph(Segment segment, SegmentParts parts, Function<Blob, Path> files) {
    this.segment = segment;
    this.parts = parts;
    this.canvas = segment.canvas();
    this.files = files;
  }

  /** The whole command line. */
  List<String> arguments(VideoEncoder encoder, int threads, Path target) {
    chains.add(composed() + encoder.pixels() + "[out]");

    String told = encoder.tellsFidelity() ? "level+info" : "error";
    List<String> line = new ArrayList<>(List.of("-loglevel", told, "-nostats"));
    line.addAll(List.of("-filter_complex_threads", "" + threads));
    line.addAll(encoder.device());
    line.addAll(inputs.arguments());
    line.addAll(List.of("-filter_complex", String.join(";", chains), "-map", "[out]"));
    line.addAll(List.of("-frames:v", "" + segment.frames(), "-r", "" + canvas.fps()));
    line.addAll(encoder.arguments(canvas.fps(), threads));
    line.addAll(List.of("-video_track_timescale", "" + canvas.fps() * 512));
    line.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1"));
    line.addAll(List.of("-f", encoder.container(), target.toString()));
    return line;
  }

  /** A command line that composes the segment again and compares it with an encoded one. */
  List<String> comparison(int threads, Path encoded) {
    SegmentGraph again = new SegmentGraph(segment, parts, files);
    String shown = again.composed();
    int input = again.inputs.add(MediaInput.open(encoded));
    String counted = "format=yuv420p,settb=AVTB,setpts=N*1000";
    again.chains.add(shown + counted + "[composed]");
    again.chains.add("[%d:v:0]%s[encoded]".formatted(input, counted));
    again.chains.add("[encoded][composed]ssim[out]");
    List<String> line = new ArrayList<>(List.of("-loglevel", "level+info", "-nostats"));
    line.addAll(List.of("-filter_complex_threads", "" + threads));
    line.addAll(again.inputs.arguments());
    line.addAll(List.of("-filter_complex", String.join(";", again.chains), "-map", "[out]"));
    line.addAll(List.of("-frames:v", "" + segment.frames(), "-f", "null", "-"));
    return line;
  }

  private String composed() {
    String shown = new BaseTrack(canvas, parts, files, inputs, chains).build();
    for (int i = 0; i < parts.overlays().size(); i++) {
      String over = "[over" + i + "]";
      chains.addAll(
          new OverlayGraph(parts.overlays().get(i), canvas, i)
              .chains(inputs, files, shown, over, segment.frames()));
      shown = over;
    }
    for (int i = 0; i < parts.strips().size(); i++) {
      shown = strip(parts.strips().get(i), i, shown);
    }
    return shown;
  }

  private String strip(TextStrips.Timed strip, int index, String under) {
    int input = inputs.add(strip.track().inputArguments());
    String name = "[strip" + index + "]";
    String over = "[with" + index + "]";
    chains.add(
        "[%d:v]%sscale=out_color_matrix=bt709:out_range=tv,format=yuva420p%s"
            .formatted(input, clock(strip.start()), name));
    chains.add(
        "%s%soverlay=%d:%d:format=yuv420%s%s"
            .formatted(
                under,
                name,
                strip.track().x(),
                strip.track().y(),
                strip.end() < segment.frames() ? ":enable='lt(n," + strip.end() + ")'" : "",
                over));
    return over;
  }

  /** A quarter of a frame early, so that no rounding makes a change come a frame late. */
  private String clock(int start) {
    return start == 0
        ? ""
        : String.format(
            Locale.ROOT, "settb=AVTB,setpts='PTS+(%d-0.25)/%d/TB',", start, canvas.fps());
  }
}
