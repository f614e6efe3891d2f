using System.Collections.Immutable;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>What the verification of a statement found.</summary>
/// <param name="Hash">The hash of what the file holds, as computed here.</param>
/// <param name="IsRecomputed">Every result was computed again from the facts, and is what the file says.</param>
/// <param name="Differences">What is not as it should be, at most <see cref="VerifyStatement.MostDifferences"/>.</param>
/// <param name="Erased">JSON pointers of the texts that were erased: only their digests are left, and nothing hangs on them.</param>
public sealed record StatementVerdict(
    string Hash, bool IsRecomputed, ImmutableArray<StatementDifference> Differences, ImmutableArray<string> Erased)
{
    public bool IsValid => Differences.IsEmpty;
}

/// <summary>One thing that is not as it should be.</summary>
/// <param name="Field">JSON pointer of it in the file.</param>
/// <param name="Says">What the file says there; null when it is missing.</param>
/// <param name="Should">What it should say; null when it should not be there.</param>
public sealed record StatementDifference(DifferenceKind Kind, string Field, string? Says, string? Should);

/// <summary>What is wrong.</summary>
public enum DifferenceKind
{
    /// <summary>The file says another hash than that of what it holds.</summary>
    Hash,

    /// <summary>The hash is not the one that was given: printed on the paper, written in the mail.</summary>
    GivenHash,

    /// <summary>It is not in the one form of RFC 8785: members out of order, twice, white space.</summary>
    Form,

    /// <summary>Something is missing there or is nothing that it can be.</summary>
    Shape,

    /// <summary>Computed again from the facts, it is otherwise.</summary>
    Recomputed,

    /// <summary>A text is not the one whose digest stands in the statement.</summary>
    Clear,

    /// <summary>The other file is not the one that it follows.</summary>
    Previous,

    /// <summary>An obligation stands in the base of both statements, or has been lost between them.</summary>
    CountedOnce,
}
