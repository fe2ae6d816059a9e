/**
 * What became of single stanzas, and when, for the few users of whom somebody wants to know it. Nothing of what people write is in it: the names of the
 * parts are ours. Who is not traced costs one look at a boolean.
 */
package im.myna.trace;
