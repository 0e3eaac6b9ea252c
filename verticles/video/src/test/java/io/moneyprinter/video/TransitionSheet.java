package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.json.RecordJson;
import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.CaptionStyle;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Motion;
import io.moneyprinter.codecs.video.Segment;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.ffmpeg.FfmpegCommand;
import io.moneyprinter.video.render.DrawnClips;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/**
 * Draws a row of moments for every transition: the first argument is the folder with the example
 * pictures, the second the PNG to write.
 */
public final class TransitionSheet {
  private static final Canvas CANVAS = new Canvas(416, 234, 30);
  private static final int LEAD = 15;
  private static final int FRAMES = 45;
  private static final int[] MOMENTS = {1, 4, 7, 10, 13};
  private static final int COLUMNS = 2;
  private static final int CELL_WIDTH = 160;
  private static final int CELL_HEIGHT = 90;
  private static final int GAP = 4;
  private static final int LABEL = 140;

  private final Node node;
  private final Studio studio;

  private TransitionSheet(Node node) {
    this.node = node;
    this.studio = new Studio(node, new DrawnClips(node.blobs(), ShippedFonts.book()));
  }

  public static void main(String[] arguments) throws Exception {
    TestNode test = TestNode.plain();
    test.beforeEach(null);
    try {
      BufferedImage sheet = new TransitionSheet(test.node()).draw(Path.of(arguments[0]));
      ImageIO.write(sheet, "png", Path.of(arguments[1]).toFile());
    } finally {
      test.afterEach(null);
    }
  }

  private BufferedImage draw(Path media) throws IOException {
    Picture old = still(media.resolve("mountain-sunrise.jpg"));
    Picture next = still(media.resolve("forest-mist.jpg"));
    List<TransitionStyle> styles =
        List.copyOf(EnumSet.complementOf(EnumSet.of(TransitionStyle.CUT, TransitionStyle.SHUFFLE)));
    int across = LABEL + MOMENTS.length * (CELL_WIDTH + GAP);
    int down = CELL_HEIGHT + GAP;
    int rows = (styles.size() + COLUMNS - 1) / COLUMNS;
    BufferedImage sheet =
        new BufferedImage(COLUMNS * across, rows * down + GAP, BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = sheet.createGraphics();
    graphics.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    graphics.setColor(new Color(0x14161C));
    graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
    graphics.setColor(new Color(0xE8E8EC));
    for (int n = 0; n < styles.size(); n++) {
      int x = n / rows * across;
      int y = GAP + n % rows * down;
      String name = RecordJson.wire().convertValue(styles.get(n), String.class);
      graphics.setFont(ShippedFonts.book().runs(name, null).get(0).font().deriveFont(16f));
      graphics.drawString(name, x + 14, y + CELL_HEIGHT / 2 + 6);
      List<BufferedImage> moments = moments(joined(old, next, styles.get(n)));
      for (int i = 0; i < moments.size(); i++) {
        graphics.drawImage(moments.get(i), x + LABEL + i * (CELL_WIDTH + GAP), y, null);
      }
    }
    return sheet;
  }

  private Blob joined(Picture old, Picture next, TransitionStyle style) {
    Motion nearer = new Motion(1, 0.5, 0.5, 1.1, 0.5, 0.5);
    Timeline timeline =
        new Timeline(
            CANVAS,
            2 * FRAMES,
            List.of(
                new Clip(0, 0, FRAMES, 0, LEAD, old, 0, nearer, null, null),
                new Clip(1, FRAMES, FRAMES, LEAD, 0, next, 0, nearer, null, style)),
            CaptionStyle.DEFAULT,
            List.of(),
            new AudioMix(List.of(), null, 0, CANVAS.secondsOf(2 * FRAMES), -14),
            7);
    Segment segment = studio.plan(timeline).segments().get(1);
    return answer(studio.render(segment, new Studio.Task()), 60).video();
  }

  private List<BufferedImage> moments(Blob video) throws IOException {
    Path folder = node.data().scratch("moments");
    String chosen =
        IntStream.of(MOMENTS).mapToObj(n -> "eq(n\\," + n + ")").collect(Collectors.joining("+"));
    answer(
        studio
            .ffmpeg()
            .run(
                FfmpegCommand.convert(
                    "look at moments",
                    Duration.ofSeconds(30),
                    List.of(
                        "-v",
                        "error",
                        "-i",
                        node.blobs().path(video).toString(),
                        "-vf",
                        "select=" + chosen + ",scale=" + CELL_WIDTH + ":" + CELL_HEIGHT,
                        "-fps_mode",
                        "passthrough",
                        folder.resolve("%d.png").toString()))),
        30);
    List<BufferedImage> moments = new ArrayList<>();
    for (int i = 1; i <= MOMENTS.length; i++) {
      moments.add(ImageIO.read(folder.resolve(i + ".png").toFile()));
    }
    return moments;
  }

  private Picture still(Path file) throws IOException {
    BufferedImage image = ImageIO.read(file.toFile());
    Blob blob = RealFfmpeg.stored(node, Files.readAllBytes(file), ".jpg", "image/jpeg");
    return new Picture.Still(blob, image.getWidth(), image.getHeight());
  }
}
