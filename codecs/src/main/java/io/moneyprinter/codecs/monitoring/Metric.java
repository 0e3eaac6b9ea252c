package io.moneyprinter.codecs.monitoring;

/** What is charted over time, summed over nodes. */
public enum Metric {
  /** HTTP requests a second. */
  REQUESTS,
  /** Share of the requests that are answered with 500 or more, 0 to 1. */
  ERROR_RATE,
  /** Mean time until a request is answered, seconds. */
  LATENCY,
  /** The time within which 95 of 100 requests are answered, seconds. */
  LATENCY_95,
  /** Event-bus messages a second. */
  MESSAGES,
  /** Steps of jobs done, a minute. */
  STEPS,
  /** Videos completed, an hour. */
  VIDEOS,
  /** Seconds that encoders work for a minute of video. */
  RENDER,
  /** Share of the processors in use, 0 to 1: the mean over nodes. */
  CPU
}
