/** The video service: from a timeline to a checked video. */
package io.moneyprinter.video;
