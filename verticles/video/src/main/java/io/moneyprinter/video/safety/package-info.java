/** Files of strangers, looked at in this process before a decoder sees them. */
package io.moneyprinter.video.safety;
