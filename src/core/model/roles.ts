/* Stands apart from the schemas: whoever only names layers and roles loads none of them. */

/** `beyond`: a field of its own that serves no goal; worth knowing for what is new there, and not called strategic. */
export const LAYERS = ['operational', 'personal', 'strategic', 'beyond'] as const;

/** The roles that the engine can recognise, then those that the user alone can give. */
export const RECOGNISED_ROLES = ['insider', 'expert', 'doorOpener', 'pathfinder', 'mentor', 'peer'] as const;
export type RecognisedRole = (typeof RECOGNISED_ROLES)[number];
export const GIVEN_ROLES = ['sponsor', 'decider', 'stakeholder'] as const;
export const ROLES = [...RECOGNISED_ROLES, ...GIVEN_ROLES] as const;

/** Can the engine tell this role by itself? */
export function isRecognised(role: (typeof ROLES)[number]): role is RecognisedRole {
  return (RECOGNISED_ROLES as readonly string[]).includes(role);
}
