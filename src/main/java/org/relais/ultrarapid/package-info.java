/**
 * Ultra-rapid detox under anaesthesia, which the sources advise against (domain reference B.9). The room shows nothing
 * unless the service switches it on and a centre holds a permission signed by its medical director and an anaesthetist;
 * even then nothing begins while one point of the checklist is open, and nobody can go against that. The points are
 * data ({@code rules/ultra-rapid-detox}).
 */
@ApplicationModule(
        displayName = "Ultra-rapid detox",
        allowedDependencies = {"shared", "rules", "centre", "staff", "audit", "access", "person", "record", "assessment"
        })
@NullMarked
package org.relais.ultrarapid;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
