package io.moneyprinter.video.fonts;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;

/** A sign that has colours of its own, such as an emoji, at its place. Never changed. */
public sealed interface ColorGlyph {
  /** Pixels that it takes. */
  Rectangle2D bounds();

  /** The same at another place or size. */
  ColorGlyph transformed(AffineTransform change);

  /**
   * @param text colour of the words around it, which parts of a sign may take
   */
  void paint(Graphics2D graphics, Color text);

  /**
   * A picture.
   *
   * @param image not to be changed
   * @param place from the pixels of the image to those of the canvas
   */
  record Bitmap(BufferedImage image, AffineTransform place) implements ColorGlyph {
    @Override
    public Rectangle2D bounds() {
      return place
          .createTransformedShape(new Rectangle2D.Double(0, 0, image.getWidth(), image.getHeight()))
          .getBounds2D();
    }

    @Override
    public ColorGlyph transformed(AffineTransform change) {
      AffineTransform moved = new AffineTransform(change);
      moved.concatenate(place);
      return new Bitmap(image, moved);
    }

    @Override
    public void paint(Graphics2D graphics, Color text) {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
      graphics.drawImage(image, place, null);
    }
  }

  /**
   * Outlines that lie over one another.
   *
   * @param layers lowest first
   */
  record Layers(List<Layer> layers) implements ColorGlyph {
    public Layers {
      layers = List.copyOf(layers);
    }

    @Override
    public Rectangle2D bounds() {
      return layers.stream()
          .map(layer -> layer.shape().getBounds2D())
          .filter(bounds -> !bounds.isEmpty())
          .reduce(Rectangle2D::createUnion)
          .orElseGet(Rectangle2D.Double::new);
    }

    @Override
    public ColorGlyph transformed(AffineTransform change) {
      return new Layers(
          layers.stream()
              .map(layer -> new Layer(change.createTransformedShape(layer.shape()), layer.color()))
              .toList());
    }

    @Override
    public void paint(Graphics2D graphics, Color text) {
      for (Layer layer : layers) {
        graphics.setColor(layer.color() == null ? text : layer.color());
        graphics.fill(layer.shape());
      }
    }
  }

  /**
   * @param color {@code null} for that of the text
   */
  record Layer(Shape shape, Color color) {}
}
