/**
 * XML as bytes: a scanner that lets only what RFC 6120, 11 allows pass, and a writer.
 *
 * <ul>
 *   <li>Each byte is looked at a fixed number of times, however the bytes come in pieces: a peer that drips them costs no more.
 *   <li>Nothing is remembered of what has been read but the open elements and their declarations: a stream may last for months.
 *   <li>What grows is bounded by {@link im.myna.xml.XmlLimits}, and those by ceilings.
 *   <li>Bytes that passed are well-formed by themselves where a first-level element begins and ends, and are UTF-8: they can be sent
 *       on as they are.
 * </ul>
 */
package im.myna.xml;
