package im.myna.stream;

import im.myna.xml.XmlLimits;

/**
 * What one stream may send. 0 is unlimited, up to the ceilings of {@link XmlLimits}.
 *
 * @param stanzaBytes the largest first-level element
 * @param depth elements within elements, the stanza itself being 1
 * @param attributes attributes and namespace declarations of one element
 * @param elements elements in one stanza
 */
public record StreamLimits(int stanzaBytes, int depth, int attributes, int elements) {
    XmlLimits xml() {
        return new XmlLimits(stanzaBytes, depth, attributes, elements);
    }
}
