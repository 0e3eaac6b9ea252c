package io.moneyprinter.video.frames;

/** A motif in motion over drifting colours. */
final class Backdrop implements FrameSource {
  private final Sheet sheet;
  private final Drift ground;
  private final Motif motif;

  Backdrop(Sheet sheet, Drift ground, Motif motif) {
    this.sheet = sheet;
    this.ground = ground;
    this.motif = motif;
  }

  @Override
  public int width() {
    return sheet.width();
  }

  @Override
  public int height() {
    return sheet.height();
  }

  @Override
  public void draw(int frame, int[] pixels) {
    double t = sheet.seconds(frame);
    new ColorField(sheet.width(), sheet.height()).fill(ground.at(t)).draw(pixels);
    motif.draw(t, pixels);
  }
}
