package io.moneyprinter.video.frames;

/** A picture as it is, in every frame. */
public record StillFrame(StillImage image) implements FrameSource {
  @Override
  public int width() {
    return image.width();
  }

  @Override
  public int height() {
    return image.height();
  }

  @Override
  public void draw(int frame, int[] pixels) {
    System.arraycopy(image.pixels(), 0, pixels, 0, image.pixels().length);
  }
}
