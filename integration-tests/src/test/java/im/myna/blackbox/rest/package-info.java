/** The window of programs, from outside: what administrators can do by REST, and what others cannot. */
package im.myna.blackbox.rest;
