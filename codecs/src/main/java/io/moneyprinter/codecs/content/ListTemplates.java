package io.moneyprinter.codecs.content;

/** Asks for the templates of the caller's tenant, by name, each in its latest version. */
public record ListTemplates() {}
