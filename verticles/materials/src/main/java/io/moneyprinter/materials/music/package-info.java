/** Music that is composed and played for a video, from its score to its sound. */
package io.moneyprinter.materials.music;
