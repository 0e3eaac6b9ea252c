/** Whether a made video is fit to be handed out. */
package io.moneyprinter.video.quality;
