/** What the stores take. Knows none of them. */
package im.myna.store.measure;
