package io.moneyprinter.video;

import static io.moneyprinter.testsupport.Answers.answer;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.PlanVideo;
import io.moneyprinter.codecs.video.Publication;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.platform.node.Node;
import io.moneyprinter.testsupport.TestNode;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import javax.imageio.ImageIO;

/** Makes one full-size video to look at: the first argument is the folder it goes to. */
public final class SampleVideo {
  private static final List<String> TEXTS =
      List.of(
          "Coffee began as a wild berry in the hills of Ethiopia.",
          "Legend says a goatherd saw his animals dance after eating it.",
          "Monks boiled the berries to stay awake through the night.",
          "Traders carried the beans across the Red Sea to Yemen.",
          "Today two billion cups are poured every single day.",
          "So what will you drink tomorrow morning?");

  private SampleVideo() {}

  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    TestNode test = TestNode.plain();
    test.beforeEach(null);
    try {
      Node node = test.node();
      answer(node.vertx().deployVerticle(new VideoVerticle(VideoVerticleTest.CONFIG, node)));
      PlanVideo request = request(node);
      long begin = System.nanoTime();
      Production.Result made = Production.of(node.vertx().eventBus(), request);
      System.err.printf(
          "%.1f s of video in %.1f s%n",
          made.publication().seconds(), (System.nanoTime() - begin) / 1e9);
      for (Publication.File file : made.publication().files()) {
        Files.copy(
            node.blobs().path(file.blob()),
            folder.resolve(file.name()),
            StandardCopyOption.REPLACE_EXISTING);
      }
    } finally {
      test.afterEach(null);
    }
  }

  private static PlanVideo request(Node node) throws IOException {
    Picture footage = new Picture.Footage(RealFfmpeg.clip(node, 1280, 720, 25, 125), 1280, 720, 5);
    return Briefs.request(
        Canvas.PORTRAIT,
        TEXTS,
        List.of(
            generated(Picture.Generated.Style.AURORA, 1),
            new Picture.Still(landscape(node), 2400, 1600),
            generated(Picture.Generated.Style.RINGS, 2),
            footage,
            generated(Picture.Generated.Style.WAVES, 3),
            generated(Picture.Generated.Style.PARTICLES, 4)),
        TransitionStyle.FADE,
        Sounds.tone(node, 2, 5, 220, 0.2),
        (scene, seconds) -> Sounds.speech(node, seconds));
  }

  private static Picture generated(Picture.Generated.Style style, long seed) {
    return new Picture.Generated(
        style, seed, List.of("#1B1026", "#6B2D5C", "#F0A06B", "#FFE3B3"), List.of("coffee"));
  }

  private static Blob landscape(Node node) throws IOException {
    BufferedImage image = new BufferedImage(2400, 1600, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setPaint(new GradientPaint(0, 0, new Color(0x27456b), 0, 1600, new Color(0xf3b27a)));
    g.fillRect(0, 0, 2400, 1600);
    for (int i = 0; i < 9; i++) {
      g.setColor(new Color(30 + i * 8, 60 + i * 10, 50 + i * 5));
      g.fill(new Ellipse2D.Double(-300 + i * 310, 900 + i % 3 * 120, 900, 1100));
    }
    g.setColor(new Color(0xfff1cf));
    g.fill(new Ellipse2D.Double(1500, 250, 220, 220));
    g.dispose();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "jpg", out);
    return RealFfmpeg.stored(node, out.toByteArray(), ".jpg", "image/jpeg");
  }
}
