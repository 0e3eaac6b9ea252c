/** What a brief gives to write from: web pages and texts, made readable. */
package io.moneyprinter.content.source;
