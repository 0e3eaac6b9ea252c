/** FFmpeg as a child process: found, bounded, watched; and which encoders work here. */
package io.moneyprinter.video.ffmpeg;
