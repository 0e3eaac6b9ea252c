package io.moneyprinter.codecs.video;

import static io.moneyprinter.codecs.video.Faults.blank;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a brief says of files in its collection: scenes' pictures, overlays, sounds, the brand. */
final class MediaRules {
  static final int MAX_OVERLAYS = 50;
  static final int MAX_SOUNDS = 200;
  static final int MAX_MOVES = 100;
  private static final int MAX_END_CARD = 80;

  /** A day: longer than any video, so that a slip of the unit is found early. */
  private static final double LONGEST = 86_400;

  private static final Pattern PICK = Pattern.compile("generated|[a-z0-9-]{1,40}:\\S.{0,500}");

  private final Faults faults;
  private final LookRules looks;
  private final VideoBrief brief;

  MediaRules(Faults faults, LookRules looks, VideoBrief brief) {
    this.faults = faults;
    this.looks = looks;
    this.brief = brief;
  }

  void check() {
    sources(brief.materials());
    picks(brief.materials());
    for (int i = 0; i < brief.scenes().size(); i++) {
      scene("/scenes/" + i, brief.scenes().get(i));
    }
    faults.atMost("/overlays", brief.overlays().size(), MAX_OVERLAYS, "overlays");
    for (int i = 0; i < brief.overlays().size(); i++) {
      overlay("/overlays/" + i, brief.overlays().get(i));
    }
    faults.atMost("/sounds", brief.sounds().size(), MAX_SOUNDS, "sounds");
    for (int i = 0; i < brief.sounds().size(); i++) {
      SoundBrief sound = brief.sounds().get(i);
      required("/sounds/" + i + "/media", sound.media());
      faults.range("/sounds/" + i + "/at", sound.at(), 0, LONGEST, "seconds");
      faults.volume("/sounds/" + i + "/volume", sound.volume());
    }
    if (brief.brand() != null) {
      brand("/brand", brief.brand());
    }
  }

  private void sources(MaterialsBrief materials) {
    for (int i = 0; i < materials.source().size(); i++) {
      String name = materials.source().get(i);
      faults.when(
          !MaterialsBrief.SOURCES.contains(name),
          "/materials/source" + (materials.source().size() == 1 ? "" : "/" + i),
          "is none of the sources, which are "
              + MaterialsBrief.SOURCES.stream().sorted().collect(Collectors.joining(", ")));
    }
  }

  private void picks(MaterialsBrief materials) {
    materials
        .picks()
        .forEach(
            (scene, key) -> {
              faults.when(
                  !scene.matches("[0-9]{1,4}") || key == null || !PICK.matcher(key).matches(),
                  "/materials/picks/" + scene,
                  "has to be the key of a candidate, such as pexels:857195 (GET"
                      + " /v1/videos/{id}/candidates lists them), or generated, under the index of"
                      + " a scene from 0");
            });
  }

  private void scene(String pointer, SceneBrief scene) {
    optional(pointer + "/media", scene.media());
    faults.range(pointer + "/in", scene.in(), 0, LONGEST, "seconds");
    faults.speed(pointer + "/speed", scene.speed());
    faults.volume(pointer + "/volume", scene.volume());
    looks.fit(pointer + "/fit", scene.fit());
    grade(pointer + "/grade", scene.grade());
    faults.range(pointer + "/transitionSeconds", scene.transitionSeconds(), 0, 2, "seconds");
  }

  private void overlay(String pointer, OverlayBrief overlay) {
    required(pointer + "/media", overlay.media());
    faults.range(pointer + "/start", overlay.start(), 0, LONGEST, "seconds");
    faults.positive(pointer + "/seconds", overlay.seconds(), LONGEST, "seconds");
    faults.range(pointer + "/in", overlay.in(), 0, LONGEST, "seconds");
    place(pointer, overlay.x(), overlay.y());
    faults.positive(pointer + "/width", overlay.width(), 4, "share of the canvas width");
    faults.positive(pointer + "/height", overlay.height(), 4, "share of the canvas height");
    faults.range(pointer + "/opacity", overlay.opacity(), 0, 1, "");
    faults.range(pointer + "/radius", overlay.radius(), 0, 0.5, "share of the shorter side");
    looks.fit(pointer + "/fit", overlay.fit());
    grade(pointer + "/grade", overlay.grade());
    faults.atMost(pointer + "/path", overlay.path().size(), MAX_MOVES, "places");
    moves(pointer + "/path/", overlay.path());
  }

  private void moves(String pointer, List<OverlayBrief.Move> path) {
    double before = -1;
    for (int i = 0; i < path.size(); i++) {
      OverlayBrief.Move move = path.get(i);
      faults.range(pointer + i + "/at", move.at(), 0, LONGEST, "seconds");
      faults.when(
          move.at() <= before, pointer + i + "/at", "must be later than that of the place before");
      before = move.at();
      place(pointer + i, move.x(), move.y());
      faults.range(pointer + i + "/scale", move.scale(), 0.01, 10, "1 being its own size");
      faults.range(pointer + i + "/opacity", move.opacity(), 0, 1, "");
    }
  }

  private void place(String pointer, Double x, Double y) {
    faults.range(pointer + "/x", x, -2, 3, "0 left edge, 1 right edge");
    faults.range(pointer + "/y", y, -2, 3, "0 top edge, 1 bottom edge");
  }

  private void brand(String pointer, Brand brand) {
    optional(pointer + "/logo", brand.logo());
    optional(pointer + "/watermark", brand.watermark());
    optional(pointer + "/intro", brand.intro());
    optional(pointer + "/outro", brand.outro());
    faults.range(pointer + "/logoWidth", brand.logoWidth(), 0.02, 0.5, "share of the canvas width");
    faults.range(pointer + "/watermarkOpacity", brand.watermarkOpacity(), 0.01, 1, "");
    faults.when(
        brand.endCard() != null
            && (brand.endCard().isBlank() || brand.endCard().length() > MAX_END_CARD),
        pointer + "/endCard",
        "must be 1 to " + MAX_END_CARD + " characters");
    int colors = brand.colors().size();
    faults.when(
        colors != 0 && (colors < 3 || colors > 5),
        pointer + "/colors",
        "must be three to five colours, darkest first");
    for (int i = 0; i < colors; i++) {
      faults.color(pointer + "/colors/" + i, brand.colors().get(i));
    }
  }

  private void grade(String pointer, Grade grade) {
    looks.grade(pointer, grade);
    if (grade != null) {
      optional(pointer + "/lutMedia", grade.lutMedia());
    }
  }

  private void required(String pointer, String media) {
    if (blank(media)) {
      faults.add(pointer, "must name a file of the collection");
    } else {
      optional(pointer, media);
    }
  }

  private void optional(String pointer, String media) {
    if (media == null) {
      return;
    }
    faults.when(media.isBlank(), pointer, "must name a file of the collection, or be left out");
    faults.when(
        blank(brief.materials().collection()),
        pointer,
        "names a file, but there is no collection: give materials.collection (or materials.folder"
            + " in a file)");
  }
}
