/** The pages in a browser, and the libraries of web programmers; driven by the scripts in src/test/node. */
package im.myna.blackbox.page;
