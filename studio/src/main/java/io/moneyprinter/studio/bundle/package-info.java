/**
 * Makes few small files of the studio's many modules. Runs while the project is built, and is not
 * in the jar.
 */
package io.moneyprinter.studio.bundle;
