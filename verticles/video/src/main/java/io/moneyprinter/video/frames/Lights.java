package io.moneyprinter.video.frames;

/** Round things drawn at fractions of a pixel onto packed pixels. */
final class Lights {
  private Lights() {}

  /**
   * Adds a light that is brightest in its middle and fades to nothing at its radius.
   *
   * @param strength 0 to 1
   */
  static void glow(
      int[] pixels,
      int width,
      int height,
      double x,
      double y,
      double radius,
      double[] color,
      double strength) {
    int x0 = Math.max(0, (int) Math.ceil(x - radius));
    int x1 = Math.min(width - 1, (int) Math.floor(x + radius));
    int y0 = Math.max(0, (int) Math.ceil(y - radius));
    int y1 = Math.min(height - 1, (int) Math.floor(y + radius));
    float scale = (float) (1 / (radius * radius));
    float red = (float) (color[0] * strength * 256);
    float green = (float) (color[1] * strength * 256);
    float blue = (float) (color[2] * strength * 256);
    for (int j = y0; j <= y1; j++) {
      float dy = (float) (j - y);
      for (int i = x0; i <= x1; i++) {
        float dx = (float) (i - x);
        float fall = 1 - (dx * dx + dy * dy) * scale;
        if (fall > 0) {
          fall *= fall;
          int at = j * width + i;
          pixels[at] =
              plus(
                  pixels[at],
                  (int) (red * fall),
                  (int) (green * fall),
                  (int) (blue * fall),
                  Grain.at(i + 37, j + 11));
        }
      }
    }
  }

  /**
   * Lays an even disc with a soft rim over what is there.
   *
   * @param soft pixels over which the rim fades
   * @param strength 0 to 1
   */
  static void disc(
      int[] pixels,
      int width,
      int height,
      double x,
      double y,
      double radius,
      double soft,
      double[] color,
      double strength) {
    double reach = radius + soft / 2;
    int x0 = Math.max(0, (int) Math.ceil(x - reach));
    int x1 = Math.min(width - 1, (int) Math.floor(x + reach));
    int y0 = Math.max(0, (int) Math.ceil(y - reach));
    int y1 = Math.min(height - 1, (int) Math.floor(y + reach));
    int over = Palette.packed(color);
    float inner = (float) Math.max(0, radius - soft / 2);
    float innerSquare = inner * inner;
    float outerSquare = (float) (reach * reach);
    float slope = (float) (1 / soft);
    int full = (int) (strength * 256);
    for (int j = y0; j <= y1; j++) {
      float dy = (float) (j - y);
      for (int i = x0; i <= x1; i++) {
        float dx = (float) (i - x);
        float square = dx * dx + dy * dy;
        if (square < outerSquare) {
          int at = j * width + i;
          int share =
              square <= innerSquare
                  ? full
                  : (int) (full * ((float) reach - (float) Math.sqrt(square)) * slope);
          pixels[at] = mix(pixels[at], over, share);
        }
      }
    }
  }

  /** Adds light, in 256ths of a level, and keeps within white. */
  static int plus(int pixel, int red, int green, int blue, int grain) {
    int r = (pixel >> 16 & 0xff) + (Math.max(0, red + (red == 0 ? 0 : grain)) >> 8);
    int g = (pixel >> 8 & 0xff) + (Math.max(0, green + (green == 0 ? 0 : grain)) >> 8);
    int b = (pixel & 0xff) + (Math.max(0, blue + (blue == 0 ? 0 : grain)) >> 8);
    return Math.min(255, r) << 16 | Math.min(255, g) << 8 | Math.min(255, b);
  }

  /**
   * @param share of the second colour, 0 to 256
   */
  static int mix(int first, int second, int share) {
    int rb = first & 0xff00ff;
    int g = first & 0x00ff00;
    rb += ((second & 0xff00ff) - rb) * share >> 8;
    g += ((second & 0x00ff00) - g) * share >> 8;
    return rb & 0xff00ff | g & 0x00ff00;
  }
}
