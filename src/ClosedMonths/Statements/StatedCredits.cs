using System.Collections.Immutable;
using Pupitre.ClosedMonths.Credits;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>What the credits of a month are computed from, besides its obligations.</summary>
/// <param name="Terms">What the contract says of credits.</param>
/// <param name="Invoiced">What was invoiced for the period, in euros before tax; zero or more.</param>
/// <param name="Rules">One for each commitment that has one.</param>
public sealed record StatedCredits(CreditTerms Terms, decimal Invoiced, ImmutableArray<StatedCreditRule> Rules);

/// <summary>The rule of one commitment.</summary>
/// <param name="Commitment">A commitment of the statement, or one of which nothing was due.</param>
/// <param name="Rule">What it costs.</param>
/// <param name="Before">
/// What counted in the earlier months of the quarter, as their statements say; nothing where a month stands alone.
/// </param>
public sealed record StatedCreditRule(Guid Commitment, CreditRule Rule, CreditCount Before);
