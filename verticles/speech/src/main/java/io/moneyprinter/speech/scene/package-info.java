/** A scene with its markup, from passages to one sound. */
package io.moneyprinter.speech.scene;
