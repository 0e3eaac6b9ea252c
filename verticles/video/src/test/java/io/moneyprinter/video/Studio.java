package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.OutputBrief;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderPlan;
import io.moneyprinter.codecs.video.RenderSegment;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.platform.tasks.TaskContext;
import io.moneyprinter.video.ffmpeg.EncoderCatalogue;
import io.moneyprinter.video.ffmpeg.EncoderChoice;
import io.moneyprinter.video.ffmpeg.Ffmpeg;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.ffmpeg.VideoEncoder;
import io.moneyprinter.video.fonts.FontBook;
import io.moneyprinter.video.render.ClipSources;
import io.moneyprinter.video.render.EncodeSlots;
import io.moneyprinter.video.render.SegmentRenderer;
import io.moneyprinter.video.render.TextStrips;
import io.moneyprinter.video.timeline.RenderPlanner;
import io.moneyprinter.video.timeline.SegmentKeys;
import io.moneyprinter.video.timeline.VideoPlanner;
import io.vertx.core.Future;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** The components of the service put together for a test, over a real FFmpeg. */
public final class Studio {
  private static final FontBook FONTS = ShippedFonts.book();

  private final Node node;
  private final Ffmpeg ffmpeg;
  private final SegmentKeys keys;
  private final VideoPlanner planner;
  private final RenderPlanner cutter;
  private final SegmentRenderer renderer;

  public Studio(Node node) {
    this(node, new FlatArtist());
  }

  public Studio(Node node, ClipSources artist) {
    this(node, artist, software(Map.of()));
  }

  /** With encoders of the test's choice. */
  public Studio(Node node, ClipSources artist, EncoderChoice encoders) {
    this.node = node;
    this.ffmpeg = RealFfmpeg.on(node);
    this.keys = new SegmentKeys(FONTS, encoders::signature);
    this.planner = new VideoPlanner(FONTS, keys);
    this.cutter = new RenderPlanner(keys);
    this.renderer =
        new SegmentRenderer(
            ffmpeg,
            node.blobs(),
            node.pools(),
            node.data(),
            keys,
            encoders,
            new EncodeSlots(2, 1),
            "studio",
            2,
            artist,
            new TextStrips(FONTS));
  }

  /** Software for every codec, but other offers where some are given. */
  public static EncoderChoice software(Map<VideoCodec, EncoderChoice.Offer> others) {
    EncoderCatalogue catalogue = new EncoderCatalogue("superfast", 18);
    Map<VideoCodec, EncoderChoice.Offer> offers = new EnumMap<>(VideoCodec.class);
    for (VideoCodec codec : VideoCodec.values()) {
      String name = catalogue.candidates(codec, List.of()).get(0);
      Function<OutputBrief.Quality, VideoEncoder> encoder =
          quality -> catalogue.named(name, quality);
      offers.put(codec, new EncoderChoice.Offer(encoder, encoder));
    }
    offers.putAll(others);
    return new EncoderChoice(offers, Map.of(), RealFfmpeg.program());
  }

  /** The same plan encoded otherwise. */
  public RenderPlan encoded(RenderPlan plan, Encoding encoding) {
    List<Segment> segments = new ArrayList<>();
    for (Segment s : plan.segments()) {
      Segment other =
          new Segment(
              "",
              s.index(),
              s.canvas(),
              s.clips(),
              s.previous(),
              s.overlays(),
              s.captionStyle(),
              s.captions(),
              s.from(),
              s.frames(),
              encoding);
      segments.add(other.named(keys.of(other), s.index()));
    }
    return new RenderPlan(plan.timeline(), segments, keys.encoder(encoding));
  }

  public Ffmpeg ffmpeg() {
    return ffmpeg;
  }

  public RenderPlan plan(PlanVideo request) {
    return planner.plan(request);
  }

  /** A timeline made by hand, cut into segments. */
  public RenderPlan plan(Timeline timeline) {
    return cutter.plan(timeline);
  }

  public Future<RenderedSegment> render(Segment segment, TaskContext task) {
    return renderer.render(new RenderSegment(segment), task);
  }

  /** Renders a segment that was made by hand. */
  public Blob show(Segment segment) {
    return answer(render(segment.named(keys.of(segment), 0), new Task()), 60).video();
  }

  public List<RenderedSegment> renderAll(RenderPlan plan) {
    List<RenderedSegment> rendered = new ArrayList<>();
    for (Segment segment : plan.segments()) {
      rendered.add(answer(render(segment, new Task()), 60));
    }
    return rendered;
  }

  /** Every frame of a stored video as luma bytes, row by row. */
  public List<byte[]> frames(Blob video, int width, int height) {
    return frames(video, width * height, "extractplanes=y");
  }

  /** Every frame of a stored video as red, green and blue bytes. */
  public List<byte[]> colors(Blob video, int width, int height) {
    return frames(video, width * height * 3, "scale=in_color_matrix=bt709,format=rgb24");
  }

  private List<byte[]> frames(Blob video, int size, String filters) {
    Path raw = node.data().scratch("frames").resolve("frames.gray");
    answer(
        ffmpeg.run(
            FfmpegCommand.convert(
                "look at the frames",
                Duration.ofSeconds(30),
                List.of(
                    "-v",
                    "error",
                    "-i",
                    node.blobs().path(video).toString(),
                    "-map",
                    "0:v",
                    "-vf",
                    filters,
                    "-fps_mode",
                    "passthrough",
                    "-f",
                    "rawvideo",
                    raw.toString()))),
        30);
    try {
      byte[] all = Files.readAllBytes(raw);
      Files.delete(raw);
      Files.delete(raw.getParent());
      List<byte[]> frames = new ArrayList<>();
      for (int at = 0; at < all.length; at += size) {
        frames.add(java.util.Arrays.copyOfRange(all, at, at + size));
      }
      return frames;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A task that can be cancelled and remembers its progress. */
  public static final class Task implements TaskContext {
    private final List<Runnable> stops = new CopyOnWriteArrayList<>();
    private volatile double progress;
    private volatile boolean cancelled;

    @Override
    public void progress(double fraction) {
      progress = fraction;
    }

    public double progress() {
      return progress;
    }

    @Override
    public boolean cancelled() {
      return cancelled;
    }

    @Override
    public void onCancel(Runnable stop) {
      stops.add(stop);
    }

    public void cancel() {
      cancelled = true;
      stops.forEach(Runnable::run);
    }
  }
}
