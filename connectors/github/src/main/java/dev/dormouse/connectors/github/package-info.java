/**
 * GitHub organisations: members and outside collaborators, the audit log, verified addresses, removal and restore. Lists
 * come through {@code org.kohsuke:github-api}; what that library does not cover (audit log, GraphQL, reinstating
 * invitations, indirect memberships) and everything that changes something goes over the same transport directly.
 */
@NullMarked
package dev.dormouse.connectors.github;

import org.jspecify.annotations.NullMarked;
