package io.moneyprinter.video.ffmpeg;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import io.moneyprinter.codecs.json.RecordJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What {@code ffprobe -of json} prints, as far as we look at it. */
record ProbeReport(List<Stream> streams, Format format) {
  /** The options that make ffprobe print this. */
  static final List<String> OPTIONS =
      List.of("-v", "error", "-show_streams", "-show_format", "-of", "json");

  /** What a stream has not got, such as the width of a sound, is 0. */
  private static final ObjectReader READER =
      RecordJson.wire()
          .readerFor(ProbeReport.class)
          .without(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

  ProbeReport {
    streams = streams == null ? List.of() : List.copyOf(streams);
  }

  static ProbeReport read(String json) {
    try {
      return READER.readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("ffprobe printed what is not JSON: " + e.getMessage(), e);
    }
  }

  /** The first moving or still picture that is not a cover. */
  Optional<Stream> picture() {
    return streams.stream()
        .filter(s -> "video".equals(s.type()) && s.codec() != null && !s.cover())
        .findFirst();
  }

  Optional<Stream> sound() {
    return streams.stream().filter(s -> "audio".equals(s.type()) && s.codec() != null).findFirst();
  }

  List<String> languages() {
    return streams.stream()
        .filter(s -> "subtitle".equals(s.type()))
        .map(s -> s.tags() == null ? "und" : s.tags().getOrDefault("language", "und"))
        .toList();
  }

  /** Container. */
  record Format(@JsonProperty("format_name") String name, String duration) {
    private static final double ONE_GIF_FRAME = 0.11;

    /** A GIF of one frame is a still, too. */
    boolean still(double seconds) {
      return name.endsWith("_pipe")
          || name.equals("image2")
          || name.equals("gif") && seconds < ONE_GIF_FRAME;
    }
  }

  /** One stream. */
  record Stream(
      @JsonProperty("codec_type") String type,
      @JsonProperty("codec_name") String codec,
      int width,
      int height,
      @JsonProperty("avg_frame_rate") String rate,
      @JsonProperty("sample_aspect_ratio") String aspect,
      @JsonProperty("pix_fmt") String form,
      @JsonProperty("color_transfer") String curve,
      String duration,
      @JsonProperty("nb_read_packets") String packets,
      Disposition disposition,
      @JsonProperty("side_data_list") List<SideData> sideData,
      Map<String, String> tags) {
    private static final Pattern ALPHA =
        Pattern.compile("yuva.*|gbrap.*|ya\\d.*|.*(rgba|bgra|argb|abgr).*");

    /** Length in seconds; 0 where none is noted. Matroska keeps it among the tags. */
    double seconds() {
      if (duration != null) {
        return Double.parseDouble(duration);
      }
      String noted = tags == null ? null : tags.get("DURATION");
      return noted == null ? 0 : clock(noted);
    }

    private static double clock(String text) {
      double seconds = 0;
      for (String part : text.split(":")) {
        seconds = seconds * 60 + Double.parseDouble(part);
      }
      return seconds;
    }

    boolean cover() {
      return disposition != null && disposition.cover() == 1;
    }

    double fps() {
      return ratio(rate, '/');
    }

    /** Width of a pixel against its height. */
    double pixelAspect() {
      double ratio = ratio(aspect, ':');
      return ratio > 0 ? ratio : 1;
    }

    boolean turned() {
      return sideData != null
          && sideData.stream().anyMatch(d -> Math.abs(Math.round(d.rotation())) % 180 == 90);
    }

    /** Whether its brightness is coded as PQ or HLG (ITU-R BT.2100). */
    boolean hdr() {
      return "smpte2084".equals(curve) || "arib-std-b67".equals(curve);
    }

    /** Whether its pixels hold how opaque they are; VP9 keeps that beside the picture. */
    boolean alpha() {
      boolean beside =
          "vp9".equals(codec)
              && tags != null
              && "1".equals(tags.getOrDefault("alpha_mode", tags.get("ALPHA_MODE")));
      return beside || form != null && ALPHA.matcher(form).matches();
    }

    private static double ratio(String text, char sign) {
      int at = text == null ? -1 : text.indexOf(sign);
      if (at < 0) {
        return 0;
      }
      double below = Double.parseDouble(text.substring(at + 1));
      return below == 0 ? 0 : Double.parseDouble(text.substring(0, at)) / below;
    }
  }

  /** Uses of a stream. */
  record Disposition(@JsonProperty("attached_pic") int cover) {}

  /** Further facts of a stream. */
  record SideData(double rotation) {}
}
