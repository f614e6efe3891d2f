using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Platform.Following;

/// <summary>How far one follower has read the history of a company, who is at it, and what stands in its way.</summary>
public sealed class HistoryPosition : ICompanyOwned
{
    public const int MaxFollowerLength = 60;
    public const int MaxProblemLength = 500;

    private HistoryPosition()
    {
    }

    public Guid CompanyId { get; private init; }

    public string Follower { get; private init; } = "";

    /// <summary>Number of the last line that it has read; 0 before the first.</summary>
    public long Number { get; private set; }

    /// <summary>Whoever reads for it now.</summary>
    public Guid? Holder { get; private set; }

    /// <summary>Until when nobody else does; passed, it was cut off with its program.</summary>
    public Instant? HeldUntil { get; private set; }

    /// <summary>How often in a row the next line could not be read.</summary>
    public int Failures { get; private set; }

    /// <summary>Since when; null when all goes well.</summary>
    public Instant? FailingSince { get; private set; }

    /// <summary>When it is tried again.</summary>
    public Instant? NextAttemptAt { get; private set; }

    /// <summary>What went wrong the last time.</summary>
    public string? Problem { get; private set; }
}
