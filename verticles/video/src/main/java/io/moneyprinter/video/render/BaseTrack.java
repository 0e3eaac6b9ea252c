package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.video.grade.GradeChain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chains of a segment's clips, one after the other, each blended with the one before. */
final class BaseTrack {
  private static final Pattern PAD = Pattern.compile("\\[([a-z]\\w*)\\]");

  private final Canvas canvas;
  private final Size frame;
  private final SegmentParts parts;
  private final Function<Blob, Path> files;
  private final GraphInputs inputs;
  private final List<String> chains;

  BaseTrack(
      Canvas canvas,
      SegmentParts parts,
      Function<Blob, Path> files,
      GraphInputs inputs,
      List<String> chains) {
    this.canvas = canvas;
    this.frame = new Size(canvas.width(), canvas.height());
    this.parts = parts;
    this.files = files;
    this.inputs = inputs;
    this.chains = chains;
  }

  /** Adds inputs and chains; gives the pad that comes out. */
  String build() {
    Shots shots = parts.shots();
    List<String> heads = parts.feed().open(inputs, canvas.fps(), chains);
    int drawn = 0;
    List<Shot> all = shots.all();
    for (int i = 0; i < all.size(); i++) {
      Shot shot = all.get(i);
      GradeChain grade = parts.grades().get(i);
      int number = shots.before() == null ? i : i - 1;
      if (shot.drawn()) {
        drawn(shot, parts.drawn().get(drawn), heads.get(drawn++), grade, "shot" + number);
      } else {
        footage(shot, grade, "shot" + number);
      }
    }
    String joined = joined(shots);
    if (shots.surplus() == 0) {
      return joined;
    }
    chains.add(
        "%strim=start_frame=%d,setpts=PTS-STARTPTS[base]".formatted(joined, shots.surplus()));
    return "[base]";
  }

  private void drawn(Shot shot, RawFrames frames, String head, GradeChain grade, String name) {
    FitGraph fit = new FitGraph(shot.clip().fit(), frames.size(), frame);
    String color = ColorChain.of(shot.clip().picture(), fit.scaled(), grade, false).drawn();
    if (fit.fit().mode() == Fit.Mode.COVER) {
      // It was drawn for this canvas.
      chains.add(head + color + "[" + name + "]");
    } else {
      chains.addAll(fit.chains(head, color, name));
    }
  }

  private void footage(Shot shot, GradeChain grade, String name) {
    Clip clip = shot.clip();
    Picture.Footage footage = (Picture.Footage) clip.picture();
    FootageInput input =
        new FootageInput(
            footage,
            canvas,
            clip.in(),
            clip.pace(),
            shot.from(),
            shot.length(),
            clip.frames() + clip.tail());
    FitGraph fit = new FitGraph(clip.fit(), new Size(footage.width(), footage.height()), frame);
    String color = ColorChain.of(footage, fit.scaled(), grade, false).decoded();
    chains.addAll(fit.chains(input.open(inputs, files.apply(footage.blob())), color, name));
  }

  private String joined(Shots shots) {
    List<String> shown = new ArrayList<>();
    String leaving = shots.before() == null ? null : "shot-1";
    for (int i = 0; i < shots.shown().size(); i++) {
      Shot shot = shots.shown().get(i);
      String body = "shot" + i;
      String tail = null;
      if (shot.tail() > 0) {
        body = "body" + i;
        tail = "tail" + i;
        divide(shot, i, body, tail);
      }
      shown.add(leaving == null ? body : blended(shot, i, leaving, body));
      leaving = tail;
    }
    if (shown.size() == 1) {
      return "[" + shown.get(0) + "]";
    }
    // The clock anew: a concatenation counts in microseconds, which do not hold a frame.
    chains.add(
        "[%s]concat=n=%d:v=1:a=0,setpts=N/%3$d/TB,settb=1/%3$d[joined]"
            .formatted(String.join("][", shown), shown.size(), canvas.fps()));
    return "[joined]";
  }

  private void divide(Shot shot, int number, String body, String tail) {
    chains.add("[shot%1$d]split[shot%1$d-a][shot%1$d-b]".formatted(number));
    chains.add("[shot%d-a]trim=end_frame=%d[%s]".formatted(number, shot.frames(), body));
    chains.add(
        "[shot%d-b]trim=start_frame=%d,setpts=PTS-STARTPTS[%s]"
            .formatted(number, shot.frames(), tail));
  }

  /** The blend's own pads get names that no other blend of the segment has. */
  private String blended(Shot shot, int number, String before, String clip) {
    String after = "blended" + number;
    Clip what = shot.clip();
    BlendGraph blend = new BlendGraph(what.transition(), what.lead(), shot.frames(), canvas);
    for (String chain : blend.chains()) {
      Matcher pads = PAD.matcher(chain);
      chains.add(
          pads.replaceAll(
              pad ->
                  switch (pad.group(1)) {
                    case "before" -> "[" + before + "]";
                    case "clip" -> "[" + clip + "]";
                    case "blended" -> "[" + after + "]";
                    default -> "[" + pad.group(1) + number + "]";
                  }));
    }
    return after;
  }
}
