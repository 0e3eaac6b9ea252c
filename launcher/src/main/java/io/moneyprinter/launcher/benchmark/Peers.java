package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.captions.StripTrack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The same timeline made in other ways: the least that physics asks for, one plain filter graph,
 * and the three passes that scripts around FFmpeg and MoviePy make. All encode with the same
 * settings, and the captions' pictures are drawn for them beforehand.
 */
final class Peers {
  private final Program program;
  private final Timeline timeline;
  private final StripTrack captions;
  private final PeerGraph graph;
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
    this.graph = new PeerGraph(timeline, captions, files);
    this.encoder = List.copyOf(encoder);
  }

  /** Decodes exactly the frames that are shown, to nothing. */
  Void decode() throws IOException {
    for (Clip clip : timeline.clips()) {
      List<String> line = new ArrayList<>(graph.source(clip));
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
    line.addAll(List.of("-s", size, "-r", graph.fps(), "-i", raw.toString()));
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
      line.addAll(graph.source(timeline.clips().get(i)));
      chains.add("[%d:v]%s[v%d]".formatted(i, graph.fit(), i));
    }
    String shown = graph.crossed(chains);
    int inputs = timeline.clips().size();
    line.addAll(captions.inputArguments());
    chains.add("[" + inputs + ":v]format=yuva420p[text]");
    chains.add("[%s][text]%s,format=yuv420p[out]".formatted(shown, graph.over()));
    graph.sound(line, chains, inputs + 1);
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
      List<String> line = new ArrayList<>(graph.source(timeline.clips().get(i)));
      line.addAll(List.of("-map", "0:v", "-vf", graph.fit()));
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
    String shown = graph.crossed(chains);
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
    chains.add("[0:v][text]" + graph.over() + ",format=yuv420p[out]");
    graph.sound(line, chains, 2);
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
