/** Stored files as services use them: staged, committed, and found on this node's disk. */
package io.moneyprinter.platform.blobs;
