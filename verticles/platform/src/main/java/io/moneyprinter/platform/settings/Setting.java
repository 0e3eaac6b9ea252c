package io.moneyprinter.platform.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Describes one setting on a component of a configuration record. The reference page and the error
 * messages are made from it.
 */
@Target(ElementType.RECORD_COMPONENT)
@Retention(RetentionPolicy.RUNTIME)
public @interface Setting {
  /** One sentence for the operator, with unit and range. */
  String doc();

  /** The default as it would be written in the file; "" for an absent optional or an empty list. */
  String value() default "";

  /** Smallest number allowed. */
  double min() default Double.NEGATIVE_INFINITY;

  /** Largest number allowed. */
  double max() default Double.POSITIVE_INFINITY;

  /**
   * A secret is never printed, and a file may only refer to it: {@code env:NAME}, {@code
   * file:/path} or {@code secret://…}.
   */
  boolean secret() default false;
}
