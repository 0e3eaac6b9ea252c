/** What a video was made of, so that it can be made again and proven. */
package io.moneyprinter.video.receipt;
