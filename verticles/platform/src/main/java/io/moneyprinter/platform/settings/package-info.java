/**
 * Settings in layers, bound to records with their rules; what is wrong is told with its place and
 * remedy.
 */
package io.moneyprinter.platform.settings;
