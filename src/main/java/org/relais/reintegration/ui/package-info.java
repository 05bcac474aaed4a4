/**
 * The screens of reintegration: a person's steps on the record page, adding one, and the open steps of a caseload.
 */
@ApplicationModule(
        displayName = "Reintegration screens",
        allowedDependencies = {
            "shared",
            "centre",
            "staff",
            "access",
            "person",
            "uikit",
            "record",
            "record :: page",
            "episode",
            "plan",
            "directory",
            "referral",
            "referral :: page",
            "situation",
            "situation :: page",
            "reintegration"
        })
@NullMarked
package org.relais.reintegration.ui;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
