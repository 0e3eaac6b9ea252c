/** What all engines on the web share: pieces of text, paid once, joined to one sound. */
package io.moneyprinter.speech.remote;
