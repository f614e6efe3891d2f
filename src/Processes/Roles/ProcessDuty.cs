using Pupitre.Platform.Tenancy;

namespace Pupitre.Processes.Roles;

/// <summary>
/// A part that a person plays in a process beside conducting it. Who answers for the process is its pilot: one person, always of the
/// company.
/// </summary>
public sealed class ProcessDuty : ICompanyOwned
{
    /// <summary>People who play a part in one process.</summary>
    public const int MaxPeople = 50;

    private ProcessDuty()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid ProcessId { get; private init; }

    public Guid PersonId { get; private set; }

    public Duty Duty { get; private init; }

    public static ProcessDuty Create(Guid processId, Guid personId, Duty duty) =>
        new() { ProcessId = processId, PersonId = personId, Duty = duty };

    internal void MoveTo(Guid personId) => PersonId = personId;
}

/// <summary>A part in a process, in the order in which a table of roles (RACI) names them.</summary>
public enum Duty
{
    /// <summary>Does the work (responsible).</summary>
    Does,

    /// <summary>Checks and signs off what was done; never somebody of a provider, who would grade their own work.</summary>
    Validates,

    /// <summary>Keeps the papers.</summary>
    Files,

    /// <summary>Is asked before.</summary>
    Consulted,

    /// <summary>Is told after.</summary>
    Informed,
}
