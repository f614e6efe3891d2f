using NodaTime;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Gathering.Guardrails;

/// <summary>What became of one mistake at one subject: open since, accepted by whom and until when, solved.</summary>
public sealed class GuardrailRecord : ICompanyOwned
{
    public const int MaxKeyLength = 60;
    public const int MaxReasonLength = 500;

    private GuardrailRecord()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    /// <summary>The guardrail.</summary>
    public string Key { get; private init; } = "";

    public string SubjectKind { get; private init; } = "";

    public Guid SubjectId { get; private init; }

    /// <summary>When it was first seen; anew when it came back after it had been solved.</summary>
    public Instant OpenSince { get; private set; }

    /// <summary>Who lives with it for a while; null when nobody has said so.</summary>
    public Guid? AcceptedBy { get; private set; }

    public string? Reason { get; private set; }

    /// <summary>The last day of the acceptance; the day after, it is open again.</summary>
    public DateOnly? AcceptedUntil { get; private set; }

    public Instant? SolvedAt { get; private set; }

    /// <summary>
    /// Whether the mistake was accepted before it was made: it stands nowhere yet, hence is not solved by standing nowhere.
    /// </summary>
    public bool IsAhead { get; private set; }

    public SubjectRef Subject => new(SubjectKind, SubjectId);

    internal static GuardrailRecord Open(string key, SubjectRef subject, Instant now) =>
        new() { Key = key, SubjectKind = subject.Kind, SubjectId = subject.Id, OpenSince = now };

    /// <summary>Whether somebody lives with it on that day.</summary>
    public bool IsAcceptedOn(DateOnly day) => AcceptedUntil >= day;

    internal void Accept(Guid? by, string reason, DateOnly until) => (AcceptedBy, Reason, AcceptedUntil) = (by, reason, until);

    /// <summary>Erases the reason, which is free text, and on demand who accepted; the acceptance stands until its last day.</summary>
    internal void Forget(bool who) => (Reason, AcceptedBy) = ("", who ? null : AcceptedBy);

    internal void TakeBack() => (AcceptedBy, Reason, AcceptedUntil) = (null, null, null);

    /// <summary>Whether it was seen to stand, and stands no more; what was accepted ahead ends with its last day.</summary>
    internal bool IsOver(DateOnly today) => SolvedAt is null && (!IsAhead || !IsAcceptedOn(today));

    internal void Await() => IsAhead = true;

    internal void Stand() => IsAhead = false;

    internal void Solve(Instant now) => (SolvedAt, IsAhead) = (SolvedAt ?? now, false);

    internal void ComeBack(Instant now)
    {
        SolvedAt = null;
        OpenSince = now;
        TakeBack();
    }
}
