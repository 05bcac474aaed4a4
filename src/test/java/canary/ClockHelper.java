package canary;

/** Wrong: a name that says nothing. */
class ClockHelper {}
