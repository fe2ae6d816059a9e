package im.myna.xml;

/**
 * What a scanner accepts. 0 stands for the ceiling, which is there so that no input can make a buffer or the stack grow without
 * end.
 *
 * @param bytes of one first-level element, and of all that stands before the first
 * @param depth elements within elements, the first-level element being 1
 * @param attributes attributes and namespace declarations of one element
 * @param elements in one first-level element, itself included
 */
public record XmlLimits(int bytes, int depth, int attributes, int elements) {
    /** The ceilings: 64 MiB, 500 levels, 500 attributes. Elements are bounded by the bytes. */
    public static final XmlLimits CEILING = new XmlLimits(64 << 20, 500, 500, Integer.MAX_VALUE);

    public XmlLimits {
        bytes = bounded(bytes, 64 << 20);
        depth = bounded(depth, 500);
        attributes = bounded(attributes, 500);
        elements = bounded(elements, Integer.MAX_VALUE);
    }

    private static int bounded(int wanted, int ceiling) {
        return wanted <= 0 ? ceiling : Math.min(wanted, ceiling);
    }
}
