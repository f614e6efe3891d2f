using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Roles;

/// <summary>How well a person knows a process: whether the work goes on when somebody is away.</summary>
public sealed class KnowHow : ICompanyOwned
{
    private KnowHow()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    public Guid PersonId { get; private set; }

    public KnowHowLevel Level { get; private set; }

    public static KnowHow Create(Guid processId, Guid personId, KnowHowLevel level) =>
        new() { ProcessId = processId, PersonId = personId, Level = level };

    internal void MoveTo(Guid personId) => PersonId = personId;

    public void Become(KnowHowLevel level) => Level = level;
}

/// <summary>How well somebody knows a process.</summary>
public enum KnowHowLevel
{
    /// <summary>Knows how it goes, and needs help to do it.</summary>
    Knows,

    /// <summary>Can do it alone.</summary>
    Alone,

    /// <summary>Can teach it to others.</summary>
    Teaches,
}

/// <summary>What the know-how of a process says of how far it hangs on one person.</summary>
public enum Dependency
{
    /// <summary>Nobody has said who knows it.</summary>
    Unknown,

    /// <summary>It was said who knows it, and nobody can do it alone.</summary>
    Nobody,

    /// <summary>One person can do it alone: it stops with them.</summary>
    OnePerson,

    /// <summary>Two or more can do it alone.</summary>
    Shared,
}

/// <summary>Reads the dependency out of the levels of those who know a process.</summary>
public static class Dependencies
{
    public static Dependency Of(IReadOnlyCollection<KnowHowLevel> levels) =>
        Of(levels.Count, levels.Count(level => level is KnowHowLevel.Alone or KnowHowLevel.Teaches));

    /// <param name="known">How many were said to know it, however well.</param>
    /// <param name="alone">How many of them can do it alone.</param>
    public static Dependency Of(int known, int alone) => (known, alone) switch
    {
        (0, _) => Dependency.Unknown,
        (_, 0) => Dependency.Nobody,
        (_, 1) => Dependency.OnePerson,
        _ => Dependency.Shared,
    };
}
