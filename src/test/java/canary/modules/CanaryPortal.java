package canary.modules;

/** Stands above two rooms of which one reaches into the other. */
@org.springframework.modulith.Modulithic
public class CanaryPortal {}
