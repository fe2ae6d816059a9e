/**
 * Whether the server does well, for who starts and stops it (MicroProfile Health 4.0): /health/started, /health/ready and
 * /health/live. Who is not live should be started again; who is not ready should get no clients for a while.
 */
package im.myna.web.health;
