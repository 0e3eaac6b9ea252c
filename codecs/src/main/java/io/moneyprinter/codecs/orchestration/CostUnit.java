package io.moneyprinter.codecs.orchestration;

/** What work is measured in where it costs something. */
public enum CostUnit {
  /** Language-model tokens of the question. */
  INPUT_TOKENS,
  /** Language-model tokens of the answer. */
  OUTPUT_TOKENS,
  /** Code points spoken by a voice. */
  CHARACTERS,
  /** Pictures drawn by a model. */
  IMAGES,
  /** Requests to a provider that counts those. */
  REQUESTS,
  /** Processor time of this installation's own machines. */
  CPU_SECONDS,
  /** Bytes fetched or kept. */
  BYTES
}
