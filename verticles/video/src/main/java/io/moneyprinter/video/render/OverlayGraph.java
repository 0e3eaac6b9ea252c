package io.moneyprinter.video.render;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.Canvas;
import io.moneyprinter.codecs.video.Fit;
import io.moneyprinter.video.ffmpeg.MediaInput;
import io.moneyprinter.video.grade.GradeChain;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The chains of one overlay: its picture, what is seen of it, its opacity, its move, its place. */
final class OverlayGraph {
  private static final String TAGGED = "scale=out_color_matrix=bt709:out_range=tv,format=yuva420p";

  private final OverlayPart part;
  private final Canvas canvas;
  private final String name;
  private final List<String> chains = new ArrayList<>();

  /**
   * @param number among the overlays of the segment
   */
  OverlayGraph(OverlayPart part, Canvas canvas, int number) {
    this.part = part;
    this.canvas = canvas;
    this.name = "overlay-" + number;
  }

  /**
   * The chains.
   *
   * @param under pad of the picture below
   * @param over pad that comes out
   * @param frames of the segment
   */
  List<String> chains(
      GraphInputs inputs, Function<Blob, Path> files, String under, String over, int frames) {
    picture(inputs, files);
    String shown = mask(inputs, corners("[" + name + "]"));
    chains.add(shown + course() + "[" + name + "-placed]");
    OverlayBox box = part.box();
    // By its time: the filter counts frames that it has read ahead, too.
    String frame = "(round(t*%d)-(%d))".formatted(canvas.fps(), part.overlay().start());
    int end = part.first() + part.count();
    chains.add(
        "%s[%s-placed]overlay=x='%s':y='%s':format=yuv420:eof_action=%s%s%s"
            .formatted(
                under,
                name,
                box.x(frame),
                box.y(frame),
                part.constant() ? "repeat" : "pass",
                part.first() == 0 && end == frames
                    ? ""
                    : ":enable='between(n,%d,%d)'".formatted(part.first(), end - 1),
                over));
    return chains;
  }

  /** The picture in its own size, from its first frame that shows. */
  private void picture(GraphInputs inputs, Function<Blob, Path> files) {
    Picture picture = part.overlay().picture();
    Size size = part.box().picture();
    // The corners of a picture with alpha darken when that is out of the way.
    GradeChain grade = part.alpha() ? new GradeChain(part.grade().table(), false) : part.grade();
    String head;
    Size shape;
    if (part.frames() != null) {
      int input = inputs.add(part.frames().input(canvas.fps(), MediaInput.name(part.drawnFile())));
      head = "[" + input + ":v]";
      shape = part.frames().size();
    } else if (picture instanceof Picture.Footage footage) {
      double speed = part.overlay().speed() == null ? 1 : part.overlay().speed();
      FootageInput input =
          new FootageInput(
              footage,
              canvas,
              part.overlay().in(),
              speed,
              part.from(),
              part.count(),
              part.overlay().frames());
      head = input.open(inputs, files.apply(footage.blob()));
      shape = new Size(footage.width(), footage.height());
    } else {
      Picture.Still still = (Picture.Still) picture;
      head = "[" + inputs.file(List.of(), files.apply(still.blob())) + ":v:0]";
      shape = new Size(still.width(), still.height());
    }
    FitGraph fit = new FitGraph(part.overlay().fit(), shape, size);
    boolean hdr = picture instanceof Picture.Footage f && Boolean.TRUE.equals(f.hdr());
    ColorChain color = new ColorChain(fit.scaled(), grade, hdr, part.alpha(), true);
    String filters = part.frames() == null ? color.decoded() : color.drawn();
    if (picture instanceof Picture.Generated && fit.fit().mode() == Fit.Mode.COVER) {
      chains.add(head + filters + "[" + name + "]");
    } else {
      chains.addAll(fit.chains(head, filters, name));
    }
  }

  /** Darkens the corners of a picture with alpha, which the filter would take away. */
  private String corners(String pad) {
    if (!part.alpha() || part.grade().corners().isEmpty()) {
      return pad;
    }
    chains.add("%ssplit[%s-c][%s-d]".formatted(pad, name, name));
    chains.add("[%1$s-d]alphaextract[%1$s-e]".formatted(name));
    chains.add(
        "[%1$s-c]format=yuv420p,%2$sformat=yuva420p[%1$s-f]"
            .formatted(name, part.grade().corners()));
    chains.add("[%1$s-f][%1$s-e]alphamerge[%1$s-g]".formatted(name));
    return "[" + name + "-g]";
  }

  /** Puts it in its box and takes away what is not to be seen. */
  private String mask(GraphInputs inputs, String pad) {
    String boxed = pad + boxing();
    if (part.mask() == null) {
      return boxed;
    }
    Size box = part.box().box();
    String size = box.width() + "x" + box.height();
    int input =
        inputs.add(
            List.of(
                "-f",
                "rawvideo",
                "-pix_fmt",
                "gray",
                "-s",
                size,
                "-r",
                "" + canvas.fps(),
                "-i",
                MediaInput.name(part.mask())));
    String mask = "[" + input + ":v]";
    if (part.alpha()) {
      chains.add("%ssplit[%s-h][%s-i]".formatted(boxed, name, name));
      chains.add("[%1$s-i]alphaextract[%1$s-j]".formatted(name));
      chains.add("[%1$s-j]%2$sblend=all_mode=multiply[%1$s-k]".formatted(name, mask));
      return "[%1$s-h][%1$s-k]alphamerge,".formatted(name);
    }
    chains.add("%sformat=yuva420p[%s-h]".formatted(boxed, name));
    return "[%s-h]%salphamerge,".formatted(name, mask);
  }

  private String boxing() {
    OverlayBox box = part.box();
    if (!box.moving()) {
      return "";
    }
    String pad =
        "pad=%d:%d:%d:%d:color=black@0,"
            .formatted(box.box().width(), box.box().height(), box.left(), box.top());
    // The picture goes on beyond its edge, unseen, so that no dark rim is mixed into the edge.
    return part.alpha()
        ? pad
        : pad
            + "fillborders=left=%d:right=%d:top=%d:bottom=%d:mode=smear,"
                .formatted(
                    box.left(),
                    box.box().width() - box.left() - box.picture().width(),
                    box.top(),
                    box.box().height() - box.top() - box.picture().height());
  }

  /** Its time, opacity and move. */
  private String course() {
    double opacity = part.box().path().first().opacity();
    StringBuilder filters = new StringBuilder("format=yuva420p");
    if (part.fading() == null && opacity < 1) {
      filters.append(",lutyuv=a='val*").append(OverlayPath.number(opacity)).append('\'');
    }
    if (part.constant()) {
      return filters.toString();
    }
    if (part.still()) {
      filters.append(",loop=loop=-1:size=1:start=0,trim=end_frame=").append(part.count());
    }
    filters.append(",settb=1/%d,setpts=N+%d".formatted(canvas.fps(), part.from()));
    if (part.fading() != null) {
      String commands = GradeChain.escaped(part.fading().toString());
      filters.append(
          ",format=gbrap,sendcmd=f=%s,colorchannelmixer@%s=aa=%s,%s"
              .formatted(commands, name, OverlayPath.number(opacity), TAGGED));
    }
    return filters
        .append(part.box().motion("(in-1+" + part.from() + ")"))
        .append(",setpts=PTS+(")
        .append(part.overlay().start())
        .append(')')
        .toString();
  }
}
