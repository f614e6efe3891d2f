using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Measure;

/// <summary>
/// A person of the company confirms what the provider alone declared. From then on the word is proof, with both names on it. Never
/// changed; a confirmation given by mistake is taken back by a second row.
/// </summary>
public sealed class WordConfirmation : ICompanyOwned
{
    public const int MaxNameLength = 120;

    private WordConfirmation()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid CommitmentId { get; private init; }

    /// <summary>Key of the occurrence or of the case, as <see cref="DelayCorrection.Obligation"/>.</summary>
    public string Obligation { get; private init; } = "";

    /// <summary>The event of a case that is confirmed; null when it is the proof of an occurrence.</summary>
    public long? EventId { get; private init; }

    /// <summary>The proof of an occurrence that is confirmed; null when it is an event.</summary>
    public Guid? ProofId { get; private init; }

    /// <summary>Whose word it was: the provider's name.</summary>
    public string Declarer { get; private init; } = "";

    /// <summary>Who confirmed it, by name, as of that day.</summary>
    public string Confirmer { get; private init; } = "";

    /// <summary>False when this row takes an earlier confirmation back.</summary>
    public bool Confirms { get; private init; }

    /// <summary>The other side says that it is not so: two words stand against each other, and the event pauses nothing.</summary>
    public bool Denies { get; private init; }

    /// <summary>The other side says that the wait which the event opened ended on this day: its word, until something shows it.</summary>
    public DateOnly? EndsOn { get; private init; }

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    internal static WordConfirmation OfProof(Guid commitmentId, string obligation, Guid proofId, ConfirmedBy names, bool confirms, Instant now, Guid? by) => new()
    {
        CommitmentId = commitmentId,
        Obligation = obligation,
        ProofId = proofId,
        Declarer = names.Declarer,
        Confirmer = names.Confirmer,
        Confirms = confirms,
        MadeAt = now,
        MadeBy = by,
    };

    public static WordConfirmation OfEvent(Guid commitmentId, string obligation, long eventId, ConfirmedBy names, bool confirms, Instant now, Guid? by) => new()
    {
        CommitmentId = commitmentId,
        Obligation = obligation,
        EventId = eventId,
        Declarer = names.Declarer,
        Confirmer = names.Confirmer,
        Confirms = confirms,
        MadeAt = now,
        MadeBy = by,
    };

    /// <summary>The other side speaks against an event: it is not so, or what it opened ended on a day.</summary>
    public static WordConfirmation Against(
        Guid commitmentId, string obligation, long eventId, ConfirmedBy names, DateOnly? endsOn, Instant now, Guid? by) => new()
        {
            CommitmentId = commitmentId,
            Obligation = obligation,
            EventId = eventId,
            Declarer = names.Declarer,
            Confirmer = names.Confirmer,
            Denies = endsOn is null,
            EndsOn = endsOn,
            MadeAt = now,
            MadeBy = by,
        };
}

/// <summary>The two names on a confirmed word.</summary>
public sealed record ConfirmedBy(string Declarer, string Confirmer);
