package canary.modules.closed.inside;

/** What stays inside its room. */
public class Secret {}
