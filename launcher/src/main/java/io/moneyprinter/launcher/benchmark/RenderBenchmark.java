package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.RenderedSegment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.VideoCodec;
import io.moneyprinter.platform.node.DataFolder;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.video.captions.CaptionStrips;
import io.moneyprinter.video.captions.StripTrack;
import io.moneyprinter.video.fonts.FontBook;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Renders the same video as the product does and as others do, and says what each took. Blocks for
 * many minutes.
 */
public final class RenderBenchmark {
  private static final int SCENES = 12;
  private static final int EDITED_SCENE = 5;

  private final Node node;
  private final Program program;
  private final List<String> encoder;
  private final Product product;
  private final Meter meter = new Meter();
  private final Report report;

  /**
   * @param encoder output options of the encoder, as the product sets it
   * @param slots segments that the product renders at the same time
   */
  public RenderBenchmark(
      Node node,
      io.moneyprinter.video.ffmpeg.FfmpegProgram ffmpeg,
      List<String> encoder,
      int slots,
      Path folder,
      PrintWriter out) {
    Meter.requireProc();
    this.node = node;
    this.program = new Program(ffmpeg, folder);
    this.encoder = List.copyOf(encoder);
    this.product = new Product(node.vertx().eventBus(), slots);
    this.report = new Report(out);
  }

  /** Product against floor, plain graph and three passes; and one edited caption. */
  public void compare() throws Exception {
    BenchmarkVideo video = video("first");
    report.title("One minute, " + SCENES + " clips, 1080x1920, 30 frames a second");
    PlanVideo request = video.request(SCENES, VideoCodec.H264, -1);
    Meter.Measured<Product.Made> whole = meter.measure(() -> product.make(request));
    Product.Made made = whole.result();
    Meter.Measured<Product.Made> later =
        meter.measure(() -> product.make(video("another").request(SCENES, VideoCodec.H264, -1)));
    PlanVideo changed = video.request(SCENES, VideoCodec.H264, EDITED_SCENE);
    Meter.Measured<Product.Made> edit = meter.measure(() -> product.make(changed));

    Path lossless =
        path(product.make(video.request(SCENES, VideoCodec.LOSSLESS, -1)).rendition().video());
    Timeline timeline = made.plan().timeline();
    Peers peers = peers(timeline);
    Path raw = peers.raw(lossless);
    Effort decode = meter.measure(peers::decode).effort();
    Effort encode = meter.measure(() -> peers.encode(raw)).effort();
    Effort floor = decode.and(encode);
    Fidelity fidelity = new Fidelity(program);
    Path own = path(made.rendition().video());
    report.head();
    report.row("this product, first", whole.effort(), floor, own, fidelity.ssim(own, lossless));
    report.row("this product, later", later.effort(), floor, null, 0);
    report.row("(a) decode alone", decode, floor, null, 0);
    report.row("(a) encode alone", encode, floor, null, 0);
    report.row("(a) both: the floor", floor, floor, null, 0);
    Meter.Measured<Path> graph = meter.measure(peers::oneGraph);
    Path one = graph.result();
    report.row("(b) one plain graph", graph.effort(), floor, one, fidelity.ssim(one, lossless));
    Meter.Measured<Path> passes = meter.measure(peers::threePasses);
    Path three = passes.result();
    report.row("(c) three passes", passes.effort(), floor, three, fidelity.ssim(three, lossless));
    report.edit(whole.effort(), edit.effort(), made.segments(), edit.result().segments());
  }

  /** Memory of the product with a video of ten minutes. */
  public void lengths() throws Exception {
    BenchmarkVideo video = video("first");
    report.title("Memory and length");
    for (int minutes : new int[] {1, 10}) {
      PlanVideo request = video.request(minutes * SCENES, VideoCodec.H264, -1);
      Meter.Measured<Product.Made> made = meter.measure(() -> product.make(request));
      report.length(minutes, made.effort());
      report.part(
          "the sound alone",
          meter.measure(() -> product.sound(made.result().plan().timeline().audio())).effort());
      report.part(
          "joining, checking and the files beside it",
          meter.measure(() -> product.assembled(request, made.result())).effort());
    }
  }

  /** The table that the default preset is chosen by. */
  public void presets(PrintWriter out) throws Exception {
    BenchmarkVideo video = video("first");
    report.title("Settings of libx264, 20 s of the composition, 1080x1920, 30 frames a second");
    Product.Made made = product.make(video.request(4, VideoCodec.LOSSLESS, -1));
    Path raw = peers(made.plan().timeline()).raw(path(made.rendition().video()));
    new PresetTable(program, meter).print(raw, "1080x1920", out);
  }

  private BenchmarkVideo video(String opening) throws IOException {
    List<Scenery.Source> sources = new Scenery(program).clips(SCENES);
    Intake intake = new Intake(node.blobs());
    List<Blob> footage = new ArrayList<>();
    for (Scenery.Source source : sources) {
      footage.add(intake.footage(source.file()));
    }
    return new BenchmarkVideo(sources, footage, intake, opening);
  }

  private Peers peers(Timeline timeline) throws IOException {
    Path folder = program.folder().resolve("strips");
    if (Files.exists(folder)) {
      DataFolder.delete(folder);
    }
    Files.createDirectories(folder);
    StripTrack captions =
        new CaptionStrips(new FontBook(null, node.data().cache("fonts")))
            .draw(
                timeline.canvas(),
                timeline.captionStyle(),
                timeline.captions(),
                timeline.frames(),
                folder)
            .orElseThrow();
    return new Peers(program, timeline, captions, node.blobs()::path, encoder);
  }

  private Path path(Blob blob) {
    return node.blobs().path(blob);
  }

  /** Whether each piece but the edited one is the same file as before. */
  static long same(List<RenderedSegment> before, List<RenderedSegment> after) {
    long same = 0;
    for (int i = 0; i < before.size(); i++) {
      same += before.get(i).video().key().equals(after.get(i).video().key()) ? 1 : 0;
    }
    return same;
  }
}
