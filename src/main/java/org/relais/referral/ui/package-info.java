/**
 * The screens of referrals: a person's on the record page, beginning one, a letter as it is printed, and the open ones
 * across people.
 */
@ApplicationModule(
        displayName = "Referral screens",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "audit",
            "access",
            "person",
            "uikit",
            "record",
            "record :: page",
            "directory",
            "plan",
            "referral",
            "referral :: page"
        })
@NullMarked
package org.relais.referral.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
