using Pupitre.Platform.Access;
using Pupitre.Platform.Ledger;

namespace Pupitre.Gathering.Guardrails;

/// <summary>
/// A mistake that companies make when they hand work over, and how it shows in what Pupitre knows: a query, never an opinion. The module that
/// owns the facts declares it.
/// </summary>
public interface IGuardrail
{
    /// <summary>Name of the guardrail for ever: its record is kept under it.</summary>
    string Key { get; }

    /// <summary>Place among the guardrails, the smallest first.</summary>
    int Order { get; }

    /// <summary>The mistake, in the reader's language: "Sans pilote".</summary>
    string Mistake { get; }

    /// <summary>What it leads to, and what mends it.</summary>
    string Why { get; }

    /// <summary>Who sees it.</summary>
    Permit Permit { get; }

    /// <summary>Where it stands now: one query, and one more where something stands.</summary>
    Task<IReadOnlyList<Breach>> FindAsync(CancellationToken token);

    /// <summary>What would stand against a subject once somebody went on; null when nothing would. It may be accepted before.</summary>
    Task<Breach?> AheadAsync(Guid subjectId, CancellationToken token) => Task.FromResult<Breach?>(null);
}

/// <summary>Something to which a mistake applies.</summary>
/// <param name="Subject">What.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Path">Where it is mended, below the company's address.</param>
/// <param name="Owner">Who is to mend it; null when nobody is named.</param>
/// <param name="Note">What exactly is missing, in the reader's language; null when the mistake says it all.</param>
public sealed record Breach(SubjectRef Subject, string Name, string Path, string? Owner, string? Note = null);
