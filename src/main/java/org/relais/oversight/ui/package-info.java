/** The screens of the auditor's desk: the access log with what stands beside it, and the review of rights. */
@ApplicationModule(
        displayName = "Oversight, screens",
        allowedDependencies = {"oversight", "shared", "rules", "centre", "staff", "access", "person", "audit", "uikit"})
@NullMarked
package org.relais.oversight.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
