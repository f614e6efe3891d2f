using NodaTime;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Catalogue;

/// <summary>That a process of the map was taken from the catalogue, and what somebody said differs here. Until then it is marked as taken as it stands.</summary>
public sealed class TakenProcess : ICompanyOwned
{
    public const int MaxKeyLength = 60;
    public const int MaxDifferenceLength = 500;

    private TakenProcess()
    {
    }

    public Guid ProcessId { get; private init; }

    public Guid CompanyId { get; private init; }

    /// <summary>Which ready process it was.</summary>
    public string Key { get; private init; } = "";

    public Instant TakenAt { get; private init; }

    /// <summary>What is not as in the catalogue, in the company's words; null while nobody has looked.</summary>
    public string? Difference { get; private set; }

    public Instant? DifferenceAt { get; private set; }

    public Guid? DifferenceBy { get; private set; }

    public bool IsTakenAsItStands => Difference is null;

    internal static TakenProcess Create(Guid processId, string key, Instant now) => new() { ProcessId = processId, Key = key, TakenAt = now };

    internal void Say(string difference, Instant now, Guid? by) => (Difference, DifferenceAt, DifferenceBy) = (difference.Trim(), now, by);
}
