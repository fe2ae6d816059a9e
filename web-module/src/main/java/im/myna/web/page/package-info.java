/**
 * The windows: pages that people look at. What they consist of is laid out by src/main/web/build.mjs; they ask no other server for
 * anything, and a content security policy holds them to it.
 */
package im.myna.web.page;
