/**
 * A person's referral to a partner or a letter to somebody close: what the person consented to share, the letter made of
 * nothing else, and the loop that is closed only when it is known what came of it. How a referral stood on the way is
 * kept row by row and stands in the record. Touch here what concerns one person; partners themselves are in the
 * directory.
 */
@ApplicationModule(
        displayName = "Referrals",
        allowedDependencies = {
            "shared",
            "rules",
            "centre",
            "staff",
            "audit",
            "access",
            "indicator",
            "person",
            "episode",
            "record",
            "worklist",
            "directory",
            "plan"
        })
@NullMarked
package org.relais.referral;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
