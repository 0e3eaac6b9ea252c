package io.moneyprinter.video.safety;

import static io.moneyprinter.testsupport.Answers.answer;
import static org.assertj.core.api.Assertions.assertThat;

import io.moneyprinter.codecs.storage.Blob;
import io.moneyprinter.codecs.video.MediaInfo;
import io.moneyprinter.testsupport.TestNode;
import io.moneyprinter.video.RealFfmpeg;
import io.moneyprinter.video.Sounds;
import io.moneyprinter.video.ffmpeg.MediaProbe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What ordinary programs write is never refused for its structure. */
class HonestFilesTest {
  private static final MediaLimits USUAL = MediaLimits.usual();

  private static final String POM = Path.of("pom.xml").toAbsolutePath().toString();

  @RegisterExtension final TestNode test = TestNode.plain();

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    ".mp4,-c copy",
    ".mp4,-c copy -movflags +faststart",
    ".mp4,-c copy -movflags frag_keyframe+empty_moov+default_base_moof",
    ".mov,-c:v copy -c:a pcm_s16le",
    ".mov,-c:v prores_ks -c:a pcm_s24le -timecode 01:00:00:00",
    ".m4v,-c copy -map_metadata -1 -metadata title=A",
    ".3gp,-c:v h263 -s 176x144 -an",
    ".mkv,-c copy",
    ".mkv,-c copy -f matroska -live 1",
    ".mkv,-c copy -attach pom.xml -metadata:s:t mimetype=text/xml",
    ".webm,-c:v libvpx -deadline realtime -cpu-used 8 -c:a libopus -f webm -live 1",
    ".webm,-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -c:a libopus",
    ".avi,-c:v mpeg4 -c:a mp3",
    ".ts,-c copy",
    ".m2ts,-c copy -mpegts_m2ts_mode 1",
    ".mpg,-c:v mpeg2video -r 25 -c:a mp2",
    ".flv,-c copy",
    ".gif,-an",
    ".mp3,-vn",
    ".m4a,-vn -c:a aac",
    ".flac,-vn",
    ".ogg,-vn -c:a libopus",
    ".wav,-vn",
    ".wav,-vn -c:a pcm_f32le -rf64 always"
  })
  void passes(String suffix, String options) {
    Blob made = made(suffix, options);
    MediaProbe probe = new MediaProbe(RealFfmpeg.on(test.node()), test.node().pools(), USUAL);

    MediaInfo info = answer(probe.probe(made, test.node().blobs().path(made)));

    assertThat(info.seconds()).isBetween(0.9, 1.3);
  }

  @ParameterizedTest
  @CsvSource({".png", ".jpg", ".bmp", ".tif", ".webp", ".gif"})
  void aPicturePasses(String suffix) {
    Blob made = made(suffix, "-frames:v 1 -an");

    new ContainerCheck(USUAL).check(test.node().blobs().path(made), made.size());
  }

  @Test
  void whatAProgramLeftBehindTheLastBoxIsNoMatter() throws IOException {
    byte[] clip = Files.readAllBytes(test.node().blobs().path(made(".mp4", "-c copy")));
    byte[] longer = new Bytes().bytes(clip).bytes(new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9}).done();
    Path file = Files.write(test.node().data().staging().resolve("clip"), longer);

    new ContainerCheck(USUAL).check(file, longer.length);
  }

  @Test
  void anInterlacedPictureWithAProfilePasses() throws IOException {
    Bytes png = Bytes.of("\u0089PNG\r\n\u001a\n");
    byte[] header = new Bytes().ints(8, 8).bytes(new byte[] {8, 2, 0, 0, 1}).done();
    png.bytes(Bytes.png("IHDR", header));
    byte[] packed = Arrays.copyOf(Bytes.bomb(0), 2);
    png.bytes(Bytes.png("iCCP", Bytes.of("name\0\0").bytes(packed).done()));
    byte[] international = Bytes.of("Comment\0\1\0en\0Word\0").bytes(packed).done();
    png.bytes(Bytes.png("iTXt", international)).bytes(Bytes.png("IEND", new byte[0]));
    Path file = Files.write(test.node().data().staging().resolve("png"), png.done());

    new ContainerCheck(USUAL).check(file, Files.size(file));
  }

  private Blob made(String suffix, String options) {
    Blob clip = RealFfmpeg.clip(test.node(), 128, 96, 25, 25, "-bf", "0");
    Blob tone = Sounds.tone(test.node(), 2, 1, 440, 0.5);
    List<String> line = new ArrayList<>(List.of("-loglevel", "error"));
    for (Blob input : List.of(clip, tone)) {
      line.addAll(List.of("-i", test.node().blobs().path(input).toString()));
    }
    boolean copied = options.contains("-c copy");
    String asked = copied ? options.replace("-c copy", "-c:v copy -c:a aac") : options;
    line.addAll(List.of(asked.replace("pom.xml", POM).split(" ")));
    return RealFfmpeg.made(test.node(), line, program -> {}, suffix, "video/any");
  }
}
