package io.moneyprinter.launcher.settings;

/** Whose server is used. */
public enum EngineMode {
  /** One of our own, started with the node, its data under the data folder. */
  EMBEDDED,
  /** A server that somebody else runs. */
  EXTERNAL
}
