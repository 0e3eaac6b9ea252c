package io.moneyprinter.gateway.routes;

import io.nayuki.qrcodegen.QrCode;

/** Draws a text as a QR code (ISO/IEC 18004), for the camera of a phone. */
final class QrPicture {
  /** Light modules around the code, which readers need. */
  private static final int BORDER = 4;

  private QrPicture() {}

  /** The picture as SVG, black on white whatever the page's colours, one unit a module. */
  static String svg(String text) {
    QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = code.size + BORDER * 2;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append("M%d,%dh1v1h-1z".formatted(x + BORDER, y + BORDER));
        }
      }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\">".formatted(side, side)
        + "<path fill=\"#fff\" d=\"M0,0h%dv%dh-%dz\"/>".formatted(side, side, side)
        + "<path fill=\"#000\" d=\""
        + path
        + "\"/></svg>";
  }
}
