/**
 * Pictures, clips and music: finding and choosing them for scenes, the tenant's own library, and
 * uploads.
 */
package io.moneyprinter.codecs.materials;
