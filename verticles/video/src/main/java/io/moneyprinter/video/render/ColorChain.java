package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.video.grade.GradeChain;

/**
 * The filters that scale a picture and bring it into the colours of the output: BT.709, limited
 * range, graded.
 *
 * @param size what it is scaled to
 * @param grade its own colours
 * @param hdr whether its brightness has to be brought down first
 * @param alpha whether parts of it may be transparent
 * @param keep whether these stay so; else they turn black
 */
record ColorChain(Size size, GradeChain grade, boolean hdr, boolean alpha, boolean keep) {
  /**
   * Light in multiples of reference white (203 cd/m², ITU-R BT.2408); what is brighter is bent to
   * fit, up to 1000 cd/m². Primaries and matrix are those that ITU-R BT.2100 prescribes.
   */
  private static final String TONE_MAP =
      "format=yuv420p10,zscale=min=2020_ncl:pin=2020:t=linear:npl=203,format=gbrpf32le"
          + ",zscale=p=bt709,tonemap=mobius:desat=0:peak=4.93,zscale=t=bt709:m=bt709:r=tv,";

  static ColorChain of(Picture picture, Size size, GradeChain grade, boolean keep) {
    if (picture instanceof Picture.Footage footage) {
      boolean alpha = Boolean.TRUE.equals(footage.alpha());
      return new ColorChain(size, grade, Boolean.TRUE.equals(footage.hdr()), alpha, keep);
    }
    return new ColorChain(size, grade, false, false, keep);
  }

  /** For decoded pictures, whatever their form. */
  String decoded() {
    boolean graded = grade.table() != null;
    String scale = "scale=%d:%d:flags=bicubic".formatted(size.width(), size.height());
    if (hdr) {
      return scale + "," + TONE_MAP + (graded ? rgb() + tagged() : "") + form();
    }
    return graded
        ? scale + "," + rgb() + tagged() + form()
        : scale + ":out_color_matrix=bt709:out_range=tv," + form();
  }

  /** For frames that we drew, which are RGB: they are graded before they may be scaled up. */
  String drawn() {
    return rgb()
        + "scale=%d:%d:flags=bicubic:out_color_matrix=bt709:out_range=tv,"
            .formatted(size.width(), size.height())
        + form();
  }

  /** In 16 bits FFmpeg looks colours up with vector instructions, in three times less time. */
  private String rgb() {
    return grade.table() == null
        ? ""
        : (alpha ? "format=gbrap16le," : "format=gbrp16le,") + grade.colors();
  }

  private static String tagged() {
    return "scale=out_color_matrix=bt709:out_range=tv,";
  }

  private String form() {
    if (alpha && keep) {
      return "format=yuva420p,setsar=1";
    }
    String opaque = alpha ? "format=yuva420p,premultiply=inplace=1," : "";
    return opaque + "format=yuv420p," + grade.corners() + "setsar=1";
  }
}
