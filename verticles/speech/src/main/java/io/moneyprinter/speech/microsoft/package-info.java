/** What Azure's and Edge's voices have in common: their messages, SSML and word boundaries. */
package io.moneyprinter.speech.microsoft;
