package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * The one filter graph of a segment. A drawn clip comes through the standard input, the few frames
 * of a drawn one that blends out from a raw file, footage from its own, texts as strips over their
 * region. Pure.
 */
final class SegmentGraph {
  /** A margin in what is read of footage, for frame rates that do not divide. */
  private static final double MARGIN_SECONDS = 1;

  private final Segment segment;
  private final Canvas canvas;
  private final SegmentParts parts;
  private final Function<Blob, Path> files;
  private final List<String> inputs = new ArrayList<>();
  private final List<String> chains = new ArrayList<>();
  private int count;

  SegmentGraph(Segment segment, SegmentParts parts, Function<Blob, Path> files) {
    this.segment = segment;
    this.parts = parts;
    this.canvas = segment.canvas();
    this.files = files;
  }

  /** The whole command line. */
  List<String> arguments(VideoEncoder encoder, int threads, Path target) {
    pictures();
    String shown = "[clip]";
    if (segment.previous() != null) {
      Clip clip = segment.first();
      chains.addAll(new BlendGraph(clip.transition(), clip.lead(), clip.frames(), canvas).chains());
      shown = "[blended]";
    }
    for (int i = 0; i < parts.strips().size(); i++) {
      shown = strip(parts.strips().get(i), i, shown);
    }
    chains.add(shown + encoder.pixels() + "[out]");

    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    line.addAll(List.of("-filter_complex_threads", "" + threads));
    line.addAll(encoder.device());
    line.addAll(inputs);
    line.addAll(List.of("-filter_complex", String.join(";", chains), "-map", "[out]"));
    line.addAll(List.of("-frames:v", "" + segment.frames(), "-r", "" + canvas.fps()));
    line.addAll(encoder.arguments(canvas.fps(), threads));
    line.addAll(List.of("-video_track_timescale", "" + canvas.fps() * 512));
    line.addAll(List.of("-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1"));
    line.addAll(List.of("-f", encoder.container(), target.toString()));
    return line;
  }

  private void pictures() {
    Clip clip = segment.first();
    if (parts.clip() != null) {
      drawn(parts.clip(), "pipe:0", "[clip]");
    } else {
      footage(clip, 0, clip.frames(), "[clip]");
    }
    Clip before = segment.previous();
    if (parts.before() != null) {
      drawn(parts.before(), MediaInput.name(parts.beforeFile()), "[before]");
    } else if (before != null) {
      footage(before, before.frames(), clip.lead(), "[before]");
    }
  }

  private void drawn(RawFrames frames, String from, String name) {
    inputs.addAll(frames.form(canvas.fps()));
    inputs.addAll(List.of("-i", from));
    chains.add("[" + count++ + ":v]" + video() + name);
  }

  /** Frames {@code from} up to {@code from + frames} of a clip, counted from its in point. */
  private void footage(Clip clip, int from, int frames, String name) {
    Picture.Footage footage = (Picture.Footage) clip.picture();
    double needed = canvas.secondsOf(clip.frames() + clip.tail());
    boolean looped = clip.in() + needed > footage.seconds();
    double seek = looped ? 0 : clip.in() + canvas.secondsOf(from);
    int skipped = looped ? from : 0;
    if (looped) {
      inputs.addAll(List.of("-stream_loop", "-1"));
    }
    double length = canvas.secondsOf(skipped + frames) + MARGIN_SECONDS;
    inputs.addAll(List.of("-ss", number(seek), "-t", number(length), "-an", "-sn", "-dn"));
    inputs.addAll(MediaInput.open(files.apply(footage.blob())));
    chains.add(
        "[%d:v:0]fps=%d:start_time=0,tpad=stop=-1:stop_mode=clone,trim=start_frame=%d:end_frame=%d,setpts=PTS-STARTPTS,%s,%s%s"
            .formatted(count++, canvas.fps(), skipped, skipped + frames, cover(), video(), name));
  }

  /** Cuts the middle to the canvas's shape; before scaling, which then has less to do. */
  private String cover() {
    return "crop='min(iw,ih*%1$d/%2$d/sar)':'min(ih,iw*sar*%2$d/%1$d)'"
        .formatted(canvas.width(), canvas.height());
  }

  private String video() {
    return "scale=%d:%d:flags=bicubic:out_color_matrix=bt709:out_range=tv,format=yuv420p,setsar=1"
        .formatted(canvas.width(), canvas.height());
  }

  private String strip(StripTrack strip, int index, String under) {
    inputs.addAll(strip.inputArguments());
    String name = "[strip" + index + "]";
    String over = "[with" + index + "]";
    chains.add(
        "[%d:v]scale=out_color_matrix=bt709:out_range=tv,format=yuva420p%s"
            .formatted(count++, name));
    chains.add(
        "%s%soverlay=%d:%d:format=yuv420%s".formatted(under, name, strip.x(), strip.y(), over));
    return over;
  }

  private static String number(double seconds) {
    return String.format(Locale.ROOT, "%.6f", seconds);
  }
}
