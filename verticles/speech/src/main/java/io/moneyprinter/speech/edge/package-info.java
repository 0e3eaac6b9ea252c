/** Microsoft Edge's voices for reading aloud. */
package io.moneyprinter.speech.edge;
