/** Where clients that know only a domain find the doors of the browsers. */
package im.myna.web.xep0156_hostmeta;
