package io.moneyprinter.codecs.materials;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.moneyprinter.codecs.storage.Blob;
import java.util.List;
import java.util.Objects;

/** What shows while a scene is told. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(Picture.Footage.class),
  @JsonSubTypes.Type(Picture.Still.class),
  @JsonSubTypes.Type(Picture.Generated.class),
  @JsonSubTypes.Type(Picture.Named.class)
})
public sealed interface Picture {

  /**
   * A moving clip.
   *
   * @param width pixels as shown, after rotation
   * @param height pixels as shown, after rotation
   * @param seconds how long it is
   * @param audio whether it has sound; {@code null} for no
   * @param hdr whether it has to be tone-mapped (PQ or HLG); {@code null} for no
   * @param alpha whether parts of it may be transparent; {@code null} for no
   */
  @JsonTypeName("footage")
  record Footage(
      Blob blob, int width, int height, double seconds, Boolean audio, Boolean hdr, Boolean alpha)
      implements Picture {
    public Footage {
      Objects.requireNonNull(blob, "blob");
    }

    /** Silent, opaque footage of ordinary brightness. */
    public Footage(Blob blob, int width, int height, double seconds) {
      this(blob, width, height, seconds, null, null, null);
    }
  }

  /** A photograph or drawing, which the video sets in motion. */
  @JsonTypeName("still")
  record Still(Blob blob, int width, int height) implements Picture {
    public Still {
      Objects.requireNonNull(blob, "blob");
    }
  }

  /**
   * A moving background drawn by code; the same values always draw the same frames.
   *
   * @param style which drawing
   * @param seed decides everything else about it
   * @param colors palette, #RRGGBB, darkest first, three to five
   * @param words the scene's telling words, for drawings that show text; may be empty
   * @param figures the scene's numbers, for drawings that show them; may be empty
   */
  @JsonTypeName("generated")
  record Generated(
      Style style, long seed, List<String> colors, List<String> words, List<Figure> figures)
      implements Picture {
    /** The drawings. */
    public enum Style {
      /** Soft colour fields that flow into one another. */
      AURORA,
      /** Layered waves. */
      WAVES,
      /** Drifting specks of light, near and far. */
      PARTICLES,
      /** Large turning shapes. */
      SHAPES,
      /** Light rings that grow from a point. */
      RINGS,
      /** A field of dots that a wave runs through. */
      GRID,
      /** The words themselves, set large and in motion. */
      KINETIC,
      /** The numbers as a gauge, bars or a counter. */
      CHART
    }

    /**
     * A number that a text tells.
     *
     * @param value finite, not negative
     * @param unit what stands behind it, such as {@code %} or {@code million}; may be empty
     * @param label what it counts, in a few words; may be empty
     */
    public record Figure(double value, String unit, String label) {
      public Figure {
        unit = unit == null ? "" : unit;
        label = label == null ? "" : label;
        if (!(value >= 0 && value < 1e15)) {
          throw new IllegalArgumentException("A figure is a number from 0 to 10^15");
        }
      }
    }

    /** Without numbers. */
    public Generated(Style style, long seed, List<String> colors, List<String> words) {
      this(style, seed, colors, words, List.of());
    }

    public Generated {
      Objects.requireNonNull(style, "style");
      colors = List.copyOf(colors);
      words = words == null ? List.of() : List.copyOf(words);
      figures = figures == null ? List.of() : List.copyOf(figures);
      if (colors.size() < 3 || colors.size() > 5) {
        throw new IllegalArgumentException("A palette has three to five colours");
      }
    }
  }

  /**
   * A file of the brief's collection by its name. Stands for the file until the video is planned,
   * and never reaches a segment.
   */
  @JsonTypeName("named")
  record Named(String media) implements Picture {
    public Named {
      Objects.requireNonNull(media, "media");
    }
  }
}
