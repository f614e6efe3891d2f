using Pupitre.Processes.Roles;

namespace Pupitre.Processes.Readiness;

/// <summary>What has to be known of a process before it is handed over; what is missing is handed over blind.</summary>
[Flags]
public enum Lacks
{
    None = 0,

    /// <summary>No target is published: nothing says how it is meant to run.</summary>
    Target = 1,

    /// <summary>Nobody knows how often it goes wrong: nobody will see whether it became better.</summary>
    ErrorRate = 2,

    /// <summary>Nobody has said who knows it: whether it hangs on one person is unknown.</summary>
    KnowHow = 4,
}

/// <summary>How far a process is known.</summary>
/// <param name="Pilot">Who answers for it; null when nobody is named.</param>
public sealed record ProcessReadiness(
    Guid ProcessId, string Name, string? Pilot, bool HasTarget, decimal? ErrorPercent, Dependency Dependency)
{
    public Lacks Lacks =>
        (HasTarget ? Lacks.None : Lacks.Target)
        | (ErrorPercent is null ? Lacks.ErrorRate : Lacks.None)
        | (Dependency == Dependency.Unknown ? Lacks.KnowHow : Lacks.None);

    public bool IsReady => Lacks == Lacks.None;
}
