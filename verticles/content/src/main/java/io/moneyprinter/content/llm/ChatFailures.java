package io.moneyprinter.content.llm;

import io.moneyprinter.codecs.bus.FailureCode;
import io.moneyprinter.codecs.bus.ServiceFailure;

/** Says what an error of the language model's server means here, and what to do about it. */
final class ChatFailures {
  private final LlmConfig config;

  ChatFailures(LlmConfig config) {
    this.config = config;
  }

  /** The failure that a status other than 200 stands for. */
  ServiceFailure of(int status, ChatWire.Complaint complaint) {
    String server = "The language model's server at " + config.address();
    String says = complaint.sentence();
    if (status == 401 || status == 403) {
      return new ServiceFailure(
          FailureCode.INVALID,
          server
              + (config.apiKey().isPresent() ? " refused the key" : " wants a key")
              + " ("
              + status
              + ")"
              + says
              + ". Set content.llm.api-key to env:NAME of a variable that holds a good one");
    }
    if ("insufficient_quota".equals(complaint.code()) || status == 402) {
      return new ServiceFailure(
          FailureCode.QUOTA,
          server + " says that its account is used up" + says + ". Top it up, or use another key");
    }
    if (status == 404) {
      return new ServiceFailure(
          FailureCode.INVALID,
          server
              + " does not know the model "
              + config.model()
              + " or this address"
              + says
              + ". Check content.llm.model and content.llm.base-url");
    }
    if (status == 429) {
      return ServiceFailure.unavailable(
          server + " has too many requests at present" + says + ". Try again later");
    }
    if (status >= 500 || status == 408) {
      return ServiceFailure.unavailable(
          server + " has trouble of its own (" + status + ")" + says + ". Try again later");
    }
    return new ServiceFailure(
        FailureCode.INVALID,
        server
            + " did not take the request ("
            + status
            + ")"
            + says
            + ". Check content.llm.base-url, content.llm.model and content.llm.max-tokens");
  }

  /** The failure that no answer at all stands for. */
  ServiceFailure of(Throwable cause) {
    if (cause instanceof ServiceFailure known) {
      return known;
    }
    boolean late = cause instanceof java.util.concurrent.TimeoutException;
    return ServiceFailure.unavailable(
        late
            ? "The language model at "
                + config.address()
                + " did not answer in time. Try again, or raise content.llm.timeout (now "
                + config.timeout().toSeconds()
                + " s)"
            : "The language model at "
                + config.address()
                + " could not be reached or broke off: "
                + cause.getMessage()
                + ". Check that it runs and that content.llm.base-url is right");
  }
}
