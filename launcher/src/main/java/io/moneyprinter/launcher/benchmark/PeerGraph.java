package io.moneyprinter.launcher.benchmark;

import io.moneyprinter.codecs.materials.Picture;
import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.AudioMix;
import io.moneyprinter.codecs.video.Clip;
import io.moneyprinter.codecs.video.Timeline;
import io.moneyprinter.video.captions.StripTrack;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Pieces of FFmpeg's command line for a timeline, as {@link Peers} put them together: its sources,
 * and the filters that cut, cross, caption and mix them.
 */
final class PeerGraph {
  private final Timeline timeline;
  private final StripTrack captions;
  private final Function<Blob, Path> files;

  PeerGraph(Timeline timeline, StripTrack captions, Function<Blob, Path> files) {
    this.timeline = timeline;
    this.captions = captions;
    this.files = files;
  }

  /** Input options for the frames of a clip that are shown, with those it lends to the next. */
  List<String> source(Clip clip) {
    Picture.Footage footage = (Picture.Footage) clip.picture();
    return List.of(
        "-ss",
        String.format(Locale.ROOT, "%.6f", clip.in()),
        "-t",
        seconds(clip.frames() + clip.tail()),
        "-i",
        files.apply(footage.blob()).toString());
  }

  /** The same cut, scaling and choice of frames as the product's, so that the pictures compare. */
  String fit() {
    int width = timeline.canvas().width();
    int height = timeline.canvas().height();
    return ("settb=AVTB,setpts='PTS+333',fps=%1$s:start_time=0,"
            + "crop='min(iw,ih*%2$d/%3$d)':'min(ih,iw*%3$d/%2$d)':'(iw-ow)*0.5':'(ih-oh)*0.5',"
            + "scale=%2$d:%3$d:flags=bicubic,format=yuv420p,setsar=1,setpts=PTS-STARTPTS,"
            + "settb=1/%1$s")
        .formatted(fps(), width, height);
  }

  /** Chains for a transition at every join, to streams {@code v0} and on; gives the last label. */
  String crossed(List<String> chains) {
    String shown = "v0";
    for (int i = 1; i < timeline.clips().size(); i++) {
      Clip clip = timeline.clips().get(i);
      String offset = seconds(clip.start());
      String next = "x" + i;
      chains.add(
          "[%s][v%d]xfade=transition=fade:duration=%s:offset=%s[%s]"
              .formatted(shown, i, seconds(clip.lead()), offset, next));
      shown = next;
    }
    return shown;
  }

  /** Lays the second stream, the captions, over the first. */
  String over() {
    return "overlay=" + captions.x() + ":" + captions.y() + ":format=yuv420";
  }

  /** Voice over ducked music, to the usual loudness. */
  void sound(List<String> line, List<String> chains, int firstInput) {
    AudioMix mix = timeline.audio();
    int input = firstInput;
    for (AudioMix.Cue cue : mix.voice()) {
      line.addAll(List.of("-i", files.apply(cue.audio()).toString()));
      chains.add("[%d:a]adelay=%d[a%d]".formatted(input, Math.round(cue.start() * 1000), input));
      input++;
    }
    line.addAll(List.of("-i", files.apply(mix.music()).toString()));
    String voices =
        IntStream.range(firstInput, input)
            .mapToObj(i -> "[a" + i + "]")
            .collect(Collectors.joining());
    int count = mix.voice().size();
    chains.add(
        "%samix=inputs=%d:normalize=0,pan=stereo|c0=c0|c1=c0,asplit[voice][key]"
            .formatted(voices, count));
    chains.add(
        "[%d:a]volume=0.25[music];[music][key]sidechaincompress=threshold=0.03:ratio=8[ducked]"
            .formatted(input));
    chains.add(
        ("[voice][ducked]amix=inputs=2:normalize=0,atrim=end=%.3f,loudnorm=I=-14:TP=-1.5:LRA=11,"
                + "aresample=48000[sound]")
            .formatted(mix.seconds()));
  }

  String fps() {
    return Integer.toString(timeline.canvas().fps());
  }

  private String seconds(int frames) {
    return String.format(Locale.ROOT, "%.4f", timeline.canvas().secondsOf(frames));
  }
}
