using Pupitre.Kernel.Time;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.ContractLife.Terms;

/// <summary>Where a term of a contract comes from.</summary>
internal enum TermOrigin
{
    Initial,

    /// <summary>Both sides agreed on it.</summary>
    Express,

    /// <summary>It renewed by itself, or would.</summary>
    Tacit,
}

/// <summary>A term of a contract as it is drawn.</summary>
/// <param name="Number">1 for the initial term.</param>
internal sealed record TermStretch(int Number, DateOnly From, DateOnly LastDay, TermOrigin Origin)
{
    public bool IsOver(DateOnly today) => LastDay < today;

    public bool IsInForce(DateOnly today) => From <= today && today <= LastDay;
}

/// <summary>The terms of a contract one after the other, up to the one after that which can still be left. Pure.</summary>
/// <param name="Shown">The last one that is over, the one in force, and what comes.</param>
/// <param name="Before">How many earlier ones are not shown.</param>
internal sealed record TermTimeline(IReadOnlyList<TermStretch> Shown, int Before)
{
    private const int MostOver = 1;

    /// <returns>Null when the first day or the length is not known, or there is no term.</returns>
    public static TermTimeline? Of(Contract contract, DateOnly today, DecisionTerm? term)
    {
        if (contract.Start is not { } start || DecisionTerm.EngineTerms(contract) is not { } terms
            || Initial(contract, start) is not { } first)
        {
            return null;
        }

        var stretches = new List<TermStretch> { first };
        foreach (var renewal in contract.Renewals.OrderBy(row => row.End))
        {
            stretches.Add(new(stretches.Count + 1, renewal.From, renewal.LastDay, TermOrigin.Express));
        }

        var until = term?.LastDay > today ? term.LastDay : today;
        for (var number = 1; terms.Renewal == Renewal.Tacit && stretches[^1].LastDay <= until && terms.Term(number) is { } next; number++)
        {
            stretches.Add(new(stretches.Count + 1, next.From, next.LastDay, TermOrigin.Tacit));
        }

        var before = Math.Max(0, stretches.FindLastIndex(stretch => stretch.IsOver(today)) + 1 - MostOver);
        return new(stretches[before..], before);
    }

    private static TermStretch? Initial(Contract contract, DateOnly start) => contract.LastDay is { } typed
        ? new(1, start, typed, TermOrigin.Initial)
        : contract.Months is { } months && new ContractTerms { Start = start, Months = months }.Term(0) is { } term
            ? new(1, start, term.LastDay, TermOrigin.Initial)
            : null;
}
