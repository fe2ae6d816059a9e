/** Between bytes and frames: the stream of RFC 6120, section 4. */
package im.myna.stream;
