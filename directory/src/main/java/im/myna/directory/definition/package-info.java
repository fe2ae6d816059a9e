/**
 * What a directory is told to be: a name for each thing that can be said, read and checked at once.
 *
 * <p>Nothing here opens a connection, so that a wrong definition is refused before anybody waits for it.
 */
package im.myna.directory.definition;
