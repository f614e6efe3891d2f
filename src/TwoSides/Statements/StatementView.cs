using Pupitre.ClosedMonths.Credits;
using Pupitre.ClosedMonths.Statements;
using Pupitre.Kernel.Commitments;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Statements;

/// <summary>
/// A month of a contract as its page, its paper and its mail show it: computed now while it is a draft, from its file once it is
/// closed.
/// </summary>
public sealed record StatementView
{
    /// <summary>Null while it is a draft.</summary>
    public MonthStatement? Row { get; init; }

    public required Contract Contract { get; init; }

    public required string? Provider { get; init; }

    public required int Month { get; init; }

    public required int Number { get; init; }

    /// <summary>The day on which a draft is laid before both sides.</summary>
    public required DateOnly OpensOn { get; init; }

    public required IReadOnlyList<StatementPart> Parts { get; init; }

    public IReadOnlyList<StatementComment> Comments { get; init; } = [];

    /// <summary>Its corrections, or the statement that it corrects.</summary>
    public IReadOnlyList<MonthStatement> Others { get; init; } = [];

    /// <summary>What a correction changes.</summary>
    public IReadOnlyList<ShownChange> Changes { get; init; } = [];

    /// <summary>What the credits of a closed month come to; null where none are claimed.</summary>
    public CreditSum? Credits { get; init; }

    /// <summary>How many obligations are measured otherwise today than this closed month says.</summary>
    public int OtherwiseToday { get; init; }
}

/// <summary>What a month amounts to for one commitment.</summary>
/// <param name="UnitOne">What is counted.</param>
/// <param name="UnitMany">The same in the plural.</param>
public sealed record StatementPart(
    Guid CommitmentId, string Name, Party Performer, decimal? TargetPercent, bool IsAgreed, string UnitOne, string UnitMany,
        IReadOnlyList<StatementLine> Lines)
{
    public required Tally Counted { get; init; }

    public required int Earlier { get; init; }

    public required int Open { get; init; }
}

/// <summary>One obligation.</summary>
/// <param name="Key">Its key, for a link to it.</param>
/// <param name="Outcome">Its outcome when everybody is believed.</param>
/// <param name="Due">When it was due, or null.</param>
public sealed record StatementLine(
    Guid CommitmentId, string Key, string Name, int Month, Place Place, Outcome Outcome, Standing Standing, Imputation? Delay,
        bool IsDisputed, EventTime? Due, EventTime? Stop)
{
    /// <summary>What somebody wants to see first: not kept, or contested.</summary>
    public bool IsToSee => IsDisputed || (Place != Place.Open && (Standing.IsLate() || Standing == Standing.NoTrace));
}

/// <summary>What a correction changes, with the name of the file.</summary>
public sealed record ShownChange(string Commitment, string Obligation, Standing? Was, Standing Now, string? File);
