package im.myna.stream;

import im.myna.xml.Element;
import java.util.List;

/**
 * What one HTTP request of XEP-0124 carries.
 *
 * @param wrapper the body element with its attributes, without content
 * @param frames what stands in it
 */
public record Body(Element wrapper, List<Frame> frames) {}
