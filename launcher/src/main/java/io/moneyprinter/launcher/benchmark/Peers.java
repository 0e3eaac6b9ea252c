package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.captions.StripTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The same timeline made in other ways: the least that physics asks for, one plain filter graph,
 * and the three passes that scripts around FFmpeg and MoviePy make. All encode with the same
 * settings, and the captions' pictures are drawn for them beforehand.
 */
final class Peers {
  private final Program program;
  private final Timeline timeline;
  private final StripTrack captions;
  private final Function<Blob, Path> files;
  private final List<String> encoder;

  /**
   * @param encoder output options of the encoder
   */
  Peers(
      Program program,
      Timeline timeline,
      StripTrack captions,
      Function<Blob, Path> files,
      List<String> encoder) {
    this.program = program;
    this.timeline = timeline;
    this.captions = captions;
    this.files = files;
    this.encoder = List.copyOf(encoder);
  }

  /** Decodes exactly the frames that are shown, to nothing. */
  Void decode() throws IOException {
    for (Clip clip : timeline.clips()) {
      List<String> line = new ArrayList<>(source(clip));
      line.addAll(List.of("-map", "0:v", "-f", "null", "-"));
      program.run(line);
    }
    return null;
  }

  /** Encodes the composed frames, which lie there raw. */
  Path encode(Path raw) throws IOException {
    Path target = program.folder().resolve("floor.mp4");
    String size = timeline.canvas().width() + "x" + timeline.canvas().height();
    List<String> line = new ArrayList<>(List.of("-f", "rawvideo", "-pix_fmt", "yuv420p"));
    line.addAll(List.of("-s", size, "-r", fps(), "-i", raw.toString()));
    // Untagged, they would be taken for BT.601 and converted.
    line.addAll(
        List.of(
            "-vf", "setparams=range=tv:color_primaries=bt709:color_trc=bt709:colorspace=bt709"));
    line.addAll(encoder);
    line.add(target.toString());
    program.run(line);
    return target;
  }

  /** Everything in one graph: every clip opened, xfade for every join, captions, sound. */
  Path oneGraph() throws IOException {
    Path target = program.folder().resolve("one-graph.mp4");
    List<String> line = new ArrayList<>();
    List<String> chains = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      line.addAll(source(timeline.clips().get(i)));
      chains.add("[%d:v]%s[v%d]".formatted(i, fit(), i));
    }
    String shown = crossed(chains);
    int inputs = timeline.clips().size();
    line.addAll(captions.inputArguments());
    chains.add("[" + inputs + ":v]format=yuva420p[text]");
    chains.add("[%s][text]%s,format=yuv420p[out]".formatted(shown, over()));
    sound(line, chains, inputs + 1);
    line.addAll(List.of("-filter_complex", String.join(";", chains)));
    finish(line, "[out]", target);
    program.run(line);
    return target;
  }

  /** Each clip encoded, all joined and encoded, captions laid on and encoded. */
  Path threePasses() throws IOException {
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < timeline.clips().size(); i++) {
      Path part = program.folder().resolve("pass-1-%03d.mp4".formatted(i));
      List<String> line = new ArrayList<>(source(timeline.clips().get(i)));
      line.addAll(List.of("-map", "0:v", "-vf", fit()));
      line.addAll(encoder);
      line.add(part.toString());
      program.run(line);
      parts.add(part);
    }
    Path joined = program.folder().resolve("pass-2.mp4");
    List<String> line = new ArrayList<>();
    List<String> chains = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      line.addAll(List.of("-i", parts.get(i).toString()));
      chains.add("[%d:v]setpts=PTS-STARTPTS[v%d]".formatted(i, i));
    }
    String shown = crossed(chains);
    chains.add("[" + shown + "]format=yuv420p[out]");
    line.addAll(List.of("-filter_complex", String.join(";", chains), "-map", "[out]"));
    line.addAll(encoder);
    line.add(joined.toString());
    program.run(line);
    return captioned(joined);
  }

  private Path captioned(Path joined) throws IOException {
    Path target = program.folder().resolve("three-passes.mp4");
    List<String> line = new ArrayList<>(List.of("-i", joined.toString()));
    line.addAll(captions.inputArguments());
    List<String> chains = new ArrayList<>();
    chains.add("[1:v]format=yuva420p[text]");
    chains.add("[0:v][text]" + over() + ",format=yuv420p[out]");
    sound(line, chains, 2);
    line.addAll(List.of("-filter_complex", String.join(";", chains)));
    finish(line, "[out]", target);
    program.run(line);
    return target;
  }

  private void finish(List<String> line, String picture, Path target) {
    line.addAll(List.of("-map", picture, "-map", "[sound]", "-frames:v", "" + timeline.frames()));
    line.addAll(encoder);
    line.addAll(List.of("-c:a", "aac", "-b:a", "192k", "-movflags", "+faststart"));
    line.add(target.toString());
  }

  private String crossed(List<String> chains) {
    String shown = "v0";
    for (int i = 1; i < timeline.clips().size(); i++) {
      Clip clip = timeline.clips().get(i);
      String offset = seconds(clip.start());
      String next = "x" + i;
      chains.add(
          "[%s][v%d]xfade=transition=fade:duration=%s:offset=%s[%s]"
              .formatted(shown, i, seconds(clip.lead()), offset, next));
      shown = next;
    }
    return shown;
  }

  /** Voice over ducked music, to the usual loudness. */
  private void sound(List<String> line, List<String> chains, int firstInput) {
    AudioMix mix = timeline.audio();
    int input = firstInput;
    for (AudioMix.Cue cue : mix.voice()) {
      line.addAll(List.of("-i", files.apply(cue.audio()).toString()));
      chains.add("[%d:a]adelay=%d[a%d]".formatted(input, Math.round(cue.start() * 1000), input));
      input++;
    }
    line.addAll(List.of("-i", files.apply(mix.music()).toString()));
    String voices =
        IntStream.range(firstInput, input)
            .mapToObj(i -> "[a" + i + "]")
            .collect(Collectors.joining());
    int count = mix.voice().size();
    chains.add(
        "%samix=inputs=%d:normalize=0,pan=stereo|c0=c0|c1=c0,asplit[voice][key]"
            .formatted(voices, count));
    chains.add(
        "[%d:a]volume=0.25[music];[music][key]sidechaincompress=threshold=0.03:ratio=8[ducked]"
            .formatted(input));
    chains.add(
        ("[voice][ducked]amix=inputs=2:normalize=0,atrim=end=%.3f,loudnorm=I=-14:TP=-1.5:LRA=11,"
                + "aresample=48000[sound]")
            .formatted(mix.seconds()));
  }

  private List<String> source(Clip clip) {
    Picture.Footage footage = (Picture.Footage) clip.picture();
    return List.of(
        "-ss",
        String.format(Locale.ROOT, "%.6f", clip.in()),
        "-t",
        seconds(clip.frames() + clip.tail()),
        "-i",
        files.apply(footage.blob()).toString());
  }

  /** The same cut, scaling and choice of frames as the product's, so that the pictures compare. */
  private String fit() {
    int width = timeline.canvas().width();
    int height = timeline.canvas().height();
    return ("settb=AVTB,setpts='PTS+333',fps=%1$s:start_time=0,"
            + "crop='min(iw,ih*%2$d/%3$d)':'min(ih,iw*%3$d/%2$d)':'(iw-ow)*0.5':'(ih-oh)*0.5',"
            + "scale=%2$d:%3$d:flags=bicubic,format=yuv420p,setsar=1,setpts=PTS-STARTPTS,"
            + "settb=1/%1$s")
        .formatted(fps(), width, height);
  }

  private String over() {
    return "overlay=" + captions.x() + ":" + captions.y() + ":format=yuv420";
  }

  private String fps() {
    return Integer.toString(timeline.canvas().fps());
  }

  private String seconds(int frames) {
    return String.format(Locale.ROOT, "%.4f", timeline.canvas().secondsOf(frames));
  }

  /** Turns a video into raw frames; gives how many bytes they have. */
  Path raw(Path video) throws IOException {
    Path target = program.folder().resolve("composed.yuv");
    List<String> line = new ArrayList<>(List.of("-i", video.toString(), "-map", "0:v"));
    line.addAll(List.of("-pix_fmt", "yuv420p", "-fps_mode", "passthrough", "-f", "rawvideo"));
    line.add(target.toString());
    program.run(line);
    long frame = timeline.canvas().width() * (long) timeline.canvas().height() * 3 / 2;
    if (Files.size(target) != frame * timeline.frames()) {
      throw new IOException("The composition does not have " + timeline.frames() + " frames");
    }
    return target;
  }
}
