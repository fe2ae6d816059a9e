/** What outlives the process. */
package im.myna.store;
