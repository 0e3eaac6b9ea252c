/** The outside services of the installation: how they are set up, and whether they answer. */
package io.moneyprinter.config.outside;
