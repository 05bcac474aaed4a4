package org.relais.detox;

import org.relais.assessment.LocalText;

/** Something that speaks against a withdrawal in this setting (DTX-01, domain reference B.1). */
public record SettingObstacle(String code, LocalText text) {}
