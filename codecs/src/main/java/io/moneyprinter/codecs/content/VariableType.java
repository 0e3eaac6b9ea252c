package io.moneyprinter.codecs.content;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a variable of a template may hold. */
public enum VariableType {
  @JsonProperty("text")
  TEXT("text"),
  @JsonProperty("number")
  NUMBER("a number"),
  @JsonProperty("integer")
  INTEGER("a whole number"),
  @JsonProperty("boolean")
  BOOLEAN("true or false");

  private final String kind;

  VariableType(String kind) {
    this.kind = kind;
  }

  /** What is wanted, for a sentence. */
  public String kind() {
    return kind;
  }
}
