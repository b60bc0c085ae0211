/**
 * The data files of the administrators' toolkit for SAP Analytics Cloud, scripts 1665 and 1653: what each row says, as a
 * condition in Dormouse's own language and an operation on a team, and what becomes of the team. Nothing is judged here by
 * any other rule than {@link dev.dormouse.core.condition.Condition}.
 */
@NullMarked
package dev.dormouse.sac;

import org.jspecify.annotations.NullMarked;
