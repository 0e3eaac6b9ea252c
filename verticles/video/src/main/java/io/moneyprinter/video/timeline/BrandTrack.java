package io.moneyprinter.video.timeline;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.video.Brand;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Keyframe;
import io.moneyprinter.codecs.video.Overlay;
import io.moneyprinter.codecs.video.SceneBrief;
import io.moneyprinter.codecs.video.TransitionStyle;
import io.moneyprinter.video.captions.SafeArea;
import java.util.ArrayList;
import java.util.List;

/** What the brand adds: clips before and after the scenes, logo and watermark over all. */
final class BrandTrack {
  private static final double STILL_SECONDS = 2.5;
  private static final double END_CARD_SECONDS = 3;
  private static final double LONGEST_SECONDS = 15;
  private static final double WATERMARK_SHARE = 0.6;

  /** Of the end card where the brand names no colours. */
  private static final List<String> COLORS = List.of("#0B1020", "#1F3A5F", "#5B8DB8");

  /** Begins at its beginning, heard as loud as it is. */
  private static final SceneBrief AS_IT_IS =
      new SceneBrief(null, null, null, null, 0.0, null, 0.0, null, null, null, null);

  private final Brand brand;
  private final Canvas canvas;
  private final MediaShelf shelf;
  private final TransitionStyle transition;
  private final int blend;

  /**
   * @param brand may be {@code null}
   * @param blend frames of the transition between its clips and the scenes
   */
  BrandTrack(Brand brand, Canvas canvas, MediaShelf shelf, TransitionStyle transition, int blend) {
    this.brand =
        brand == null
            ? new Brand(null, null, null, null, null, null, null, null, null, null)
            : brand;
    this.canvas = canvas;
    this.shelf = shelf;
    this.transition = transition;
    this.blend = blend;
  }

  List<PlannedShot> before() {
    return brand.intro() == null ? List.of() : List.of(shot("/brand/intro", brand.intro(), blend));
  }

  List<PlannedShot> after(long seed) {
    List<PlannedShot> shots = new ArrayList<>();
    if (brand.outro() != null) {
      shots.add(shot("/brand/outro", brand.outro(), brand.endCard() == null ? 0 : blend));
    }
    if (brand.endCard() != null) {
      Picture card =
          new Picture.Generated(Picture.Generated.Style.AURORA, seed, colors(), List.of());
      int frames = canvas.framesFor(END_CARD_SECONDS);
      shots.add(
          new PlannedShot(
              PlannedShot.NO_SCENE,
              card,
              frames,
              blend,
              transition,
              PlannedShot.NO_WISH,
              brand.endCard()));
    }
    return shots;
  }

  private List<String> colors() {
    return brand.colors().isEmpty() ? COLORS : brand.colors();
  }

  /** Footage is shown to its end, but the frames that it needs to blend out are kept back. */
  private PlannedShot shot(String pointer, String media, int tail) {
    Picture picture = shelf.picture(pointer, media);
    int frames = canvas.framesFor(STILL_SECONDS);
    if (picture instanceof Picture.Footage footage) {
      int held = (int) (Math.min(LONGEST_SECONDS, footage.seconds()) * canvas.fps() + 1e-6);
      frames = Math.max(1, held - Math.min(tail, held / 3));
    }
    return new PlannedShot(
        PlannedShot.NO_SCENE, picture, frames, blend, transition, AS_IT_IS, null);
  }

  /** A picture in the brand's colours, where it is drawn and the brand has some. */
  Picture dressed(Picture picture) {
    return picture instanceof Picture.Generated drawn && !brand.colors().isEmpty()
        ? new Picture.Generated(drawn.style(), drawn.seed(), brand.colors(), drawn.words())
        : picture;
  }

  /** Watermark and logo through all of {@code frames}, lowest first. */
  List<Overlay> overlays(int frames) {
    List<Overlay> overlays = new ArrayList<>();
    if (brand.watermark() != null) {
      Picture picture = shelf.picture("/brand/watermark", brand.watermark());
      double width = Math.min(WATERMARK_SHARE, WATERMARK_SHARE / height(picture, 1));
      overlays.add(
          still(
              frames,
              picture,
              width,
              new Keyframe(0, 0.5, 0.5, null, brand.watermarkOpacity(), null)));
    }
    if (brand.logo() != null) {
      Picture picture = shelf.picture("/brand/logo", brand.logo());
      overlays.add(still(frames, picture, brand.logoWidth(), corner(picture)));
    }
    return overlays;
  }

  private Keyframe corner(Picture picture) {
    SafeArea safe = SafeArea.of(canvas);
    double halfWidth = brand.logoWidth() / 2;
    double halfHeight = height(picture, brand.logoWidth()) / 2;
    double width = canvas.width();
    double height = canvas.height();
    boolean left =
        brand.logoCorner() == Brand.Corner.TOP_LEFT
            || brand.logoCorner() == Brand.Corner.BOTTOM_LEFT;
    boolean top =
        brand.logoCorner() == Brand.Corner.TOP_LEFT || brand.logoCorner() == Brand.Corner.TOP_RIGHT;
    return new Keyframe(
        0,
        left ? safe.left() / width + halfWidth : safe.right() / width - halfWidth,
        top ? safe.top() / height + halfHeight : safe.bottom() / height - halfHeight,
        null,
        null,
        null);
  }

  /** Share of the canvas height that a picture takes which has this share of its width. */
  private double height(Picture picture, double width) {
    return width * canvas.width() * Shapes.ratio(picture) / canvas.height();
  }

  private static Overlay still(int frames, Picture picture, double width, Keyframe place) {
    return new Overlay(0, frames, picture, 0, null, null, null, width, null, null, List.of(place));
  }
}
