package io.moneyprinter.video.render;

/** Where an edge or a picture moves to. */
enum Heading {
  LEFT,
  RIGHT,
  UP,
  DOWN;

  boolean horizontal() {
    return this == LEFT || this == RIGHT;
  }

  /** Towards smaller coordinates: what comes, comes from the right or from below. */
  boolean backwards() {
    return this == LEFT || this == UP;
  }
}
