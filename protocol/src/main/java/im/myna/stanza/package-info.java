/** The three things that travel (RFC 6120, section 8), immutable. */
package im.myna.stanza;
