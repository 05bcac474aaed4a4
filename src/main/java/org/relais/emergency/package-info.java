/**
 * Emergency access to one record, from request to review, as people meet it: where it is offered, the banner while it is
 * open, what colleagues are told, and the review. The rules and the tables are those of access.
 */
@ApplicationModule(
        displayName = "Emergency access",
        allowedDependencies = {"shared", "centre", "staff", "access", "person", "worklist"})
@NullMarked
package org.relais.emergency;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
