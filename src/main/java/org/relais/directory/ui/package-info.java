/**
 * The screens of the directory: partners found, read and kept, a file of them taken in, and the library of sheets.
 */
@ApplicationModule(
        displayName = "Partner directory screens",
        allowedDependencies = {"shared", "centre", "staff", "access", "uikit", "directory"})
@NullMarked
package org.relais.directory.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
