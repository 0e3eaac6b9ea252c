/** The brief of a video and its rules, its timeline, and what is asked of the video service. */
package io.moneyprinter.codecs.video;
