package io.retrace.agents;

import java.util.List;

/** Which agents there are, for staff; support leads write it down. */
public interface AgentRegistry {

    /** By name. */
    List<Agent> agents();

    /**
     * Registers the agent, or changes it to exactly this; a new key takes away the token that the old one fetched. Throws {@code
     * RuleViolation}, and {@code StepUpRequired} unless the lead proved who they are just now.
     */
    Agent register(AgentDetails details);
}
