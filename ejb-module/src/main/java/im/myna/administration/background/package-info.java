/** What administrators need not wait for. One thing at a time, so that no more than one of the threads is busy with it. */
package im.myna.administration.background;
