/**
 * What stands between a browser and the pages: headers of every answer, refused origins, sessions before the sign-in, and
 * the plain page for errors that come before or below the screens.
 */
@NullMarked
package org.relais.shell.web;

import org.jspecify.annotations.NullMarked;
