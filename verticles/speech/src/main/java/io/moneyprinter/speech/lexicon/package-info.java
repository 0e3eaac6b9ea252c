/** How a tenant wants its words to be said. */
package io.moneyprinter.speech.lexicon;
