/** Starting and stopping, and what can be done from the command line in between. */
package im.myna.blackbox.life;
