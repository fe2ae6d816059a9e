/** {@code ./myna user}, {@code session} and the others, beside a running server and without one. */
package im.myna.blackbox.shell;
