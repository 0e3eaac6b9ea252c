package io.moneyprinter.video.safety;

import static io.moneyprinter.video.safety.Bytes.box;
import static io.moneyprinter.video.safety.Bytes.chunk;
import static io.moneyprinter.video.safety.Bytes.element;
import static io.moneyprinter.video.safety.Bytes.png;
import static io.moneyprinter.video.safety.Bytes.pngHead;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Files that somebody made to do harm, each with words that its refusal has to hold. */
final class HostileFiles {
  private static final byte[] FTYP = box("ftyp", Bytes.of("isom\0\0\2\0isomiso2").done());
  private static final byte[] EBML = element(0x1A45DFA3, element(0x4282, "webm".getBytes()));
  private static final long SEGMENT = 0x18538067;
  private static final int HUGE = 60_000;

  private HostileFiles() {}

  static Stream<Arguments> all() {
    return Stream.of(texts(), pictures(), boxes(), others()).flatMap(files -> files);
  }

  /** A film whose pictures are at an address. */
  static byte[] referring(String address) {
    byte[] url = box("url ", new Bytes().ints(0).text(address + "\0").done());
    return new Bytes().bytes(FTYP).bytes(box("moov", track("vide", dref(url)))).done();
  }

  private static Stream<Arguments> texts() {
    String list = "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\n%s\n#EXT-X-ENDLIST\n";
    return Stream.of(
        file("play list of a host", Bytes.of(list.formatted("http://127.0.0.1:9/a")), "play list"),
        file("play list of a file", Bytes.of(list.formatted("file:///etc/passwd")), "play list"),
        file(
            "play list behind a byte order mark",
            Bytes.of("\u00ef\u00bb\u00bf#EXTM3U\nhttp://127.0.0.1:9/a\n"),
            "play list"),
        file(
            "list of files to join",
            Bytes.of("ffconcat version 1.0\nfile 'http://127.0.0.1:9/a'\nfile /etc/passwd\n"),
            "play list"),
        file(
            "SVG drawing",
            Bytes.of("<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/>"),
            "SVG drawing"),
        file(
            "XML with entities",
            Bytes.of(
                "<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b SYSTEM 'file:///x'>]><a>&b;</a>"),
            "XML"),
        file("web page", Bytes.of("<!DOCTYPE html><script>alert(1)</script>"), "web page"),
        file("web page that begins as a GIF", Bytes.of("GIF89a/*<script>alert(1)</script>"), ""),
        file("text that is named a clip", Bytes.of("Dear sir or madam"), "a text"),
        file("nothing at all", new Bytes(), "empty"),
        file("nothing but zeros", new Bytes().zeros(5_000), "not a picture, clip or sound"));
  }

  private static Stream<Arguments> pictures() {
    String size = "60000 x 60000";
    byte[] frame = Bytes.of(",\0\0\0\0\1\0\1\0\0\2\2D\1\0").done();
    Bytes gif = Bytes.of("GIF89a\1\0\1\0\0\0\0");
    for (int i = 0; i < 1_000_000; i++) {
      gif.bytes(frame);
    }
    return Stream.of(
        file("PNG of 60000 x 60000", new Bytes().bytes(pngHead(HUGE, HUGE)), size),
        file("PNG of -1 x -1", new Bytes().bytes(pngHead(-1, -1)).zeros(9), "pixels large"),
        file(
            "JPEG of 60000 x 60000",
            new Bytes().shorts(0xffd8, 0xffc0, 17, 0x08ea, 0x60ea, 0x6003).zeros(20),
            size),
        file(
            "JPEG of more than its kind can hold",
            new Bytes().shorts(0xffd8, 0xffc2, 17, 0x0830, 0x0030, 0x0003).zeros(20),
            "12288 x 12288"),
        file("GIF of 60000 x 60000", Bytes.of("GIF89a").littleShorts(HUGE, HUGE).zeros(9), size),
        file(
            "BMP of 60000 x 60000",
            Bytes.of("BM").little(99, 0, 54, 40, HUGE, HUGE).zeros(30),
            size),
        file(
            "WebP of 60000 x 60000",
            Bytes.of("RIFF")
                .little(22)
                .text("WEBPVP8X")
                .little(10, 0)
                .bytes(new byte[] {0x5f, (byte) 0xea, 0, 0x5f, (byte) 0xea, 0}),
            size),
        file(
            "TIFF of 60000 x 60000",
            Bytes.of("II*\0")
                .little(8)
                .littleShorts(2, 256, 4)
                .little(1, HUGE)
                .littleShorts(257, 4)
                .little(1, HUGE)
                .little(0),
            size),
        file(
            "PNG whose text unpacks to 4 GB",
            new Bytes()
                .bytes(pngHead(64, 64))
                .bytes(png("zTXt", Bytes.of("a\0\0").bytes(Bytes.bomb(128)).done()))
                .bytes(png("IEND", new byte[0])),
            "zTXt"),
        file(
            "PNG whose pixels unpack to 4 GB",
            new Bytes()
                .bytes(pngHead(64, 64))
                .bytes(png("IDAT", Bytes.bomb(128)))
                .bytes(png("IEND", new byte[0])),
            "unpack to more than"),
        file(
            "PNG cut off",
            new Bytes().bytes(pngHead(64, 64)).ints(5_000).text("IDAT").zeros(100),
            "cut off"),
        file("GIF of a million frames", gif, "more than 20000 frames"));
  }

  private static Stream<Arguments> boxes() {
    byte[] deep = new byte[0];
    for (int i = 0; i < 40; i++) {
      deep = box("mdia", deep);
    }
    Bytes tracks = new Bytes();
    for (int i = 0; i < 1_000_000; i++) {
      tracks.ints(8).text("trak");
    }
    Bytes pieces = new Bytes().bytes(FTYP);
    for (int i = 0; i < 1_100_000; i++) {
      pieces.ints(8).text("free");
    }
    byte[] url = box("url ", new Bytes().ints(0).text("http://127.0.0.1:9/film.mov\0").done());
    byte[] alias = box("alis", new Bytes().ints(0).shorts(1, 2, 0).zeros(200).done());
    return Stream.of(
        film("MP4 with a million tracks", box("moov", tracks.done()), "more than the 64 streams"),
        file("MP4 of a million boxes", pieces, "500000 boxes"),
        film("MP4 with boxes in boxes without end", box("moov", deep), "deep"),
        film("MP4 whose box is smaller than its head", ints(3, "moov"), "no true size"),
        film(
            "MP4 whose box goes beyond all bounds",
            new Bytes().ints(1).text("moov").ints(0x7fffffffL, 0xffffffffL).zeros(50).done(),
            "cut off"),
        film(
            "MP4 whose box has a size below zero",
            new Bytes().ints(1).text("moov").ints(0x80000000L, 0).zeros(50).done(),
            "no true size"),
        film("MP4 whose boxes overlap", box("moov", ints(500, "trak")), "larger than moov"),
        film("MP4 with a box of size 0", ints(0, "moov"), "neither picture nor sound"),
        film(
            "MP4 with a track of size 0",
            box("moov", ints(0, "trak")),
            "neither picture nor sound"),
        film("MP4 without index", box("mdat", new byte[900]), "no index"),
        film(
            "MP4 of 65535 x 65535",
            box("moov", track("vide", box("stsd", stsd(65_535, 65_535)))),
            "65535 x 65535"),
        film(
            "MP4 that plays for years",
            box("moov", box("mvhd", new Bytes().ints(0, 0, 0, 1, 0x7fffffff).zeros(80).done())),
            "plays for"),
        film(
            "MP4 with four thousand million samples",
            box("moov", track("vide", box("stsz", new Bytes().ints(0, 1, 0xfffffff0L).done()))),
            "samples"),
        film(
            "MOV that refers to a host",
            box("moov", track("vide", dref(url))),
            "refers to 'http://127.0.0.1:9/film.mov'"),
        film("MOV that refers to a file", box("moov", track("vide", dref(alias))), "refers to"),
        film("MOV that lists films", box("moov", box("rmra", new byte[20])), "refers to"));
  }

  private static Stream<Arguments> others() {
    Bytes tracks = new Bytes();
    for (int i = 0; i < 200_000; i++) {
      tracks.bytes(element(0xAE, new byte[0]));
    }
    byte[] nested = new byte[0];
    for (int i = 0; i < 60; i++) {
      nested = element(SEGMENT, nested);
    }
    byte[] avih = new Bytes().little(40_000, 0, 0, 0, 100, 0, 1, 0, 320, 240, 0, 0, 0, 0).done();
    return Stream.of(
        matroska("MKV with 200000 tracks", element(0x1654AE6B, tracks.done()), "64 streams"),
        matroska(
            "MKV whose element has 2^50 bytes",
            element(0x1549A966, 1L << 50, new byte[40]),
            "more than what it lies in"),
        matroska(
            "MKV with attachments beyond its end",
            element(0x1941A469, 1L << 40, new byte[40]),
            "more than what it lies in"),
        matroska("MKV with segments in segments", nested, "deep"),
        matroska(
            "MKV of 100000 x 100000",
            element(
                0x1654AE6B,
                element(
                    0xAE,
                    element(
                        0xE0,
                        new Bytes()
                            .bytes(element(0xB0, new Bytes().ints(100_000).done()))
                            .bytes(element(0xBA, new Bytes().ints(100_000).done()))
                            .done()))),
            "100000 x 100000"),
        file(
            "MKV that ends too soon",
            new Bytes().bytes(EBML).bytes(element(SEGMENT, 1L << 40, new byte[40])),
            "cut off"),
        file(
            "AVI with an index beyond its end",
            Bytes.of("RIFF")
                .little(900)
                .text("AVI ")
                .bytes(chunk("LIST", Bytes.of("hdrl").bytes(chunk("avih", avih)).done()))
                .text("idx1")
                .little(0xfffffff0L)
                .zeros(60),
            "cut off"),
        file("WAV with 65535 channels", wave(65_535, 48_000), "65535 channels"),
        file("WAV at 2147483648 Hz", wave(2, 1L << 31), "2147483648 Hz"),
        file("WAV that plays for a year", wave(2, 48_000, 1, 40_000), "plays for"),
        file("transport stream with 253 programmes", programmes(), "64 streams"));
  }

  private static Bytes wave(int channels, long rate) {
    return wave(channels, rate, 4, 400);
  }

  private static Bytes wave(int channels, long rate, long bytesPerSecond, int data) {
    byte[] format =
        new Bytes()
            .littleShorts(1, channels)
            .little(rate, bytesPerSecond)
            .littleShorts(4, 16)
            .done();
    return Bytes.of("RIFF")
        .little(data + 36L)
        .text("WAVE")
        .bytes(chunk("fmt ", format))
        .bytes(chunk("data", new byte[data]));
  }

  /** Packets of a transport stream, the first two of which list programmes. */
  private static Bytes programmes() {
    Bytes section = new Bytes().bytes(new byte[] {0}).shorts(0xb000 | 253 * 4 + 9, 1);
    section.bytes(new byte[] {(byte) 0xc1, 0, 0});
    for (int i = 1; i <= 253; i++) {
      section.shorts(i, 0xe000 | 100 + i);
    }
    byte[] table = section.ints(0).done();
    Bytes stream = new Bytes();
    int at = 0;
    for (int i = 0; i < 20; i++) {
      int room = i == 0 ? 183 : 184;
      byte[] part = Arrays.copyOfRange(table, Math.min(at, table.length), at + room);
      at += room;
      stream.bytes(new byte[] {0x47, (byte) (i == 0 ? 0x40 : 0), 0, (byte) (0x10 | i & 15)});
      stream.bytes(i == 0 ? new byte[1] : new byte[0]).bytes(part);
    }
    return stream;
  }

  private static byte[] track(String handler, byte[] last) {
    byte[] hdlr = box("hdlr", new Bytes().ints(0).text("mhlr" + handler).zeros(13).done());
    byte[] inner = last[4] == 'd' ? box("dinf", last) : box("stbl", last);
    return box("trak", box("mdia", hdlr, box("minf", inner)));
  }

  private static byte[] stsd(int width, int height) {
    byte[] entry = box("avc1", new Bytes().zeros(24).shorts(width, height).zeros(50).done());
    return new Bytes().ints(0, 1).bytes(entry).done();
  }

  private static byte[] dref(byte[] reference) {
    return box("dref", new Bytes().ints(0, 1).bytes(reference).done());
  }

  private static byte[] ints(long size, String type) {
    return new Bytes().ints(size).text(type).zeros(64).done();
  }

  private static Arguments film(String name, byte[] boxes, String words) {
    return file(name, new Bytes().bytes(FTYP).bytes(boxes), words);
  }

  private static Arguments matroska(String name, byte[] content, String words) {
    return file(name, new Bytes().bytes(EBML).bytes(element(SEGMENT, content)), words);
  }

  private static Arguments file(String name, Bytes bytes, String words) {
    return Arguments.of(name, bytes.done(), words);
  }
}
