/**
 * A GitHub with organisations, members, teams, collaborators, an audit log and invitations, which answers in GitHub's
 * formats on loopback. It holds to GitHub's limits and refusals as far as the connector meets them.
 */
@NullMarked
package dev.dormouse.sandbox.github;

import org.jspecify.annotations.NullMarked;
