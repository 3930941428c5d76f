package org.vestibule.bench.keycloak;

import java.util.List;
import org.vestibule.bench.load.LoadRequest;

/** The requests of a task, what every right answer holds, and what a system does for one. */
record Calls(String work, List<LoadRequest> requests, List<String> marks) {}
