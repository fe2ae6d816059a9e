/** XML as bytes: a scanner that lets only what RFC 6120, 11 allows pass, and a writer. */
package im.myna.xml;
