package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Encoding;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.codecs.video.Grade;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.render.DrawnClips;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;

/**
 * Draws a sheet of fits, grades and overlays: the first argument is the folder with the example
 * pictures, the second the JPEG to write.
 */
public final class PictureSheet {
  private static final Canvas TALL = new Canvas(288, 512, 30);
  private static final Canvas WIDE = new Canvas(448, 252, 30);
  private static final Canvas SQUARE = new Canvas(320, 320, 30);
  private static final int WIDTH = 1180;
  private static final int GAP = 10;
  private static final int LABEL = 24;

  private final Node node;
  private final Studio studio;
  private final BufferedImage sheet = new BufferedImage(WIDTH, 1400, BufferedImage.TYPE_INT_RGB);
  private final Graphics2D graphics = sheet.createGraphics();
  private int left = GAP;
  private int top = GAP;

  private PictureSheet(Node node) {
    this.node = node;
    this.studio = new Studio(node, new DrawnClips(node.blobs(), ShippedFonts.book()));
  }

  public static void main(String[] arguments) throws Exception {
    TestNode test = TestNode.plain();
    test.beforeEach(null);
    try {
      BufferedImage sheet = new PictureSheet(test.node()).draw(Path.of(arguments[0]));
      ImageIO.write(sheet, "jpg", Path.of(arguments[1]).toFile());
    } finally {
      test.afterEach(null);
    }
  }

  private BufferedImage draw(Path media) throws IOException {
    graphics.setColor(new Color(0x14161C));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setColor(new Color(0xE8E8EC));
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    BufferedImage sunrise = ImageIO.read(media.resolve("mountain-sunrise.jpg").toFile());
    BufferedImage forest = ImageIO.read(media.resolve("forest-mist.jpg").toFile());
    Picture lying = jpeg(middle(sunrise, 16, 9));
    Picture standing = jpeg(middle(forest, 9, 16));
    fits("16:9", lying, TALL, 144, 256);
    next(256);
    fits("9:16", standing, WIDE, 224, 126);
    next(126);
    grades(jpeg(middle(sunrise, 1, 1)));
    overlays(lying, standing);
    return sheet.getSubimage(0, 0, WIDTH, top);
  }

  private void fits(String shape, Picture picture, Canvas canvas, int width, int height)
      throws IOException {
    boolean tall = canvas.height() > canvas.width();
    Fit first = new Fit(Fit.Mode.COVER, tall ? 0.1 : null, tall ? null : 0.1, null);
    Fit last = new Fit(Fit.Mode.COVER, tall ? 0.9 : null, tall ? null : 0.9, null);
    String axis = tall ? "focusX" : "focusY";
    cell(shape + ", cover", canvas, picture, null, width, height);
    cell("cover, " + axis + " 0.1", canvas, picture, first, width, height);
    cell("cover, " + axis + " 0.9", canvas, picture, last, width, height);
    cell("blur", canvas, picture, new Fit(Fit.Mode.BLUR, null, null, null), width, height);
    Fit bars = new Fit(Fit.Mode.CONTAIN, null, null, "#24425C");
    cell("contain, #24425C", canvas, picture, bars, width, height);
  }

  private void cell(String label, Canvas canvas, Picture picture, Fit fit, int width, int height)
      throws IOException {
    Clip clip = new Clip(0, 0, 2, 0, 0, picture, 0, null, null, null, null, fit, null);
    put(label, moment(canvas, clip, List.of(), 1), width, height);
  }

  private void grades(Picture picture) throws IOException {
    graded("no grade", picture, null);
    for (Grade.Filter filter : Grade.Filter.values()) {
      String name = RecordJson.wire().convertValue(filter, String.class);
      graded(name, picture, new Grade(null, null, null, null, filter, null, null));
    }
    next(160);
    graded("brightness 0.15", picture, new Grade(0.15, null, null, null, null, null, null));
    graded("contrast 1.4", picture, new Grade(null, 1.4, null, null, null, null, null));
    graded("saturation 0.4", picture, new Grade(null, null, 0.4, null, null, null, null));
    graded("temperature 0.6", picture, new Grade(null, null, null, 0.6, null, null, null));
    graded("temperature -0.6", picture, new Grade(null, null, null, -0.6, null, null, null));
    graded("a table (.cube)", picture, new Grade(null, null, null, null, null, table(), null));
    next(160);
  }

  private void graded(String label, Picture picture, Grade grade) throws IOException {
    Clip clip = new Clip(0, 0, 2, 0, 0, picture, 0, null, null, null, null, null, grade);
    put(label, moment(SQUARE, clip, List.of(), 1), 156, 156);
  }

  /** Dark tones green, light tones rose. */
  private Blob table() throws IOException {
    String text =
        "TITLE \"example\"\nLUT_1D_SIZE 3\n0.02 0.10 0.06\n0.52 0.46 0.50\n1.00 0.90 0.94\n";
    return RealFfmpeg.stored(
        node, text.getBytes(StandardCharsets.US_ASCII), ".cube", "application/x-cube");
  }

  private void overlays(Picture lying, Picture standing) throws IOException {
    Clip ground = new Clip(0, 0, 40, 0, 0, lying, 0, null, null, null);
    Picture logo = logo();
    Overlay round =
        overlay(standing, 0.26, 0.62, 0.12, new Keyframe(0, 0.8, 0.5, null, null, null));
    Overlay circle =
        overlay(standing, 0.3, 0.3 * 16 / 9, 0.5, new Keyframe(0, 0.22, 0.6, null, null, null));
    Overlay mark = overlay(logo, 0.28, null, null, new Keyframe(0, 0.5, 0.4, null, null, null));
    Overlay faint = overlay(logo, 0.7, null, null, new Keyframe(0, 0.5, 0.5, null, 0.25, null));
    put("round corners", moment(WIDE, ground, List.of(round), 0), 280, 158);
    put("a circle", moment(WIDE, ground, List.of(circle), 0), 280, 158);
    put("a logo with alpha", moment(WIDE, ground, List.of(mark), 0), 280, 158);
    put("opacity 0.25", moment(WIDE, ground, List.of(faint), 0), 280, 158);
    next(158);
    Overlay moving =
        overlay(
            standing,
            0.3,
            0.3 * 16 / 9,
            0.25,
            new Keyframe(0, -0.1, 0.7, 0.4, 0.0, Keyframe.Easing.OUT),
            new Keyframe(20, 0.45, 0.5, 1.3, 1.0, Keyframe.Easing.SMOOTH),
            new Keyframe(36, 0.86, 0.25, 0.6, 1.0, null));
    for (int frame : new int[] {3, 9, 20, 30}) {
      put("in motion, frame " + frame, moment(WIDE, ground, List.of(moving), frame), 280, 158);
    }
    next(158);
  }

  private static Overlay overlay(
      Picture picture, double width, Double height, Double radius, Keyframe... path) {
    return new Overlay(0, 40, picture, 0, null, null, null, width, height, radius, List.of(path));
  }

  private BufferedImage moment(Canvas canvas, Clip clip, List<Overlay> overlays, int frame)
      throws IOException {
    Segment segment =
        new Segment(
            "",
            0,
            canvas,
            List.of(clip),
            null,
            overlays,
            CaptionStyle.DEFAULT,
            List.of(),
            0,
            clip.frames(),
            Encoding.DEFAULT);
    Path file = node.data().scratch("moment").resolve("moment.png");
    answer(
        studio
            .ffmpeg()
            .run(
                FfmpegCommand.convert(
                    "look at a moment",
                    Duration.ofSeconds(30),
                    List.of(
                        "-v",
                        "error",
                        "-i",
                        node.blobs().path(studio.show(segment)).toString(),
                        "-vf",
                        "select=eq(n\\," + frame + ")",
                        "-frames:v",
                        "1",
                        file.toString()))),
        30);
    return ImageIO.read(file.toFile());
  }

  private void put(String label, BufferedImage image, int width, int height) {
    graphics.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
    graphics.drawImage(image, left, top, width, height, null);
    graphics.setFont(ShippedFonts.book().runs(label, null).get(0).font().deriveFont(13f));
    graphics.drawString(label, left, top + height + 16);
    left += width + GAP;
  }

  private void next(int height) {
    left = GAP;
    top += height + LABEL + GAP;
  }

  private static BufferedImage middle(BufferedImage image, int across, int down) {
    int width = Math.min(image.getWidth(), image.getHeight() * across / down);
    int height = Math.min(image.getHeight(), image.getWidth() * down / across);
    BufferedImage cut = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = cut.createGraphics();
    pen.drawImage(image, (width - image.getWidth()) / 2, (height - image.getHeight()) / 2, null);
    pen.dispose();
    return cut;
  }

  private Picture jpeg(BufferedImage image) throws IOException {
    return still(image, "jpg", "image/jpeg");
  }

  /** A ring around a star point, nothing else. */
  private Picture logo() throws IOException {
    BufferedImage image = new BufferedImage(240, 240, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setColor(Color.WHITE);
    pen.setStroke(new BasicStroke(22));
    pen.drawOval(20, 20, 200, 200);
    pen.setColor(new Color(0xFFB347));
    pen.fillPolygon(new int[] {120, 190, 120, 50}, new int[] {40, 120, 200, 120}, 4);
    pen.dispose();
    return still(image, "png", "image/png");
  }

  private Picture still(BufferedImage image, String format, String type) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(image, format, bytes);
    Blob blob = RealFfmpeg.stored(node, bytes.toByteArray(), "." + format, type);
    return new Picture.Still(blob, image.getWidth(), image.getHeight());
  }
}
