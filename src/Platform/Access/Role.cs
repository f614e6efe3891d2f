using System.Collections.Frozen;

namespace Pupitre.Platform.Access;

/// <summary>The part that a person plays in a company.</summary>
public enum Role
{
    /// <summary>Dirigeant: everything.</summary>
    Owner,

    /// <summary>Pilote or suppléant: everything but the administration of the company.</summary>
    Pilot,

    /// <summary>Référent interne: reads, and brings evidence.</summary>
    Referent,

    /// <summary>Auditor or adviser: reads.</summary>
    Reader,
}

/// <summary>The one table from roles to permits.</summary>
public static class Roles
{
    private static readonly FrozenSet<Permit> _reading =
        FrozenSet.Create(Permit.ReadProcesses, Permit.ReadSourcing, Permit.ReadService, Permit.ReadPeople, Permit.ReadLedger);

    private static readonly FrozenDictionary<Role, FrozenSet<Permit>> _permits = new Dictionary<Role, FrozenSet<Permit>>
    {
        [Role.Owner] = Enum.GetValues<Permit>().ToFrozenSet(),
        [Role.Pilot] = Enum.GetValues<Permit>().Except([Permit.AdministerCompany]).ToFrozenSet(),
        [Role.Referent] = _reading.Append(Permit.AddEvidence).ToFrozenSet(),
        [Role.Reader] = _reading,
    }.ToFrozenDictionary();

    /// <summary>
    /// What somebody who is limited to a provider may do: read what was agreed with it. Figures are computed for the whole company and kept
    /// for everybody, so they are not shown.
    /// </summary>
    public static IReadOnlySet<Permit> Limited { get; } = FrozenSet.Create(Permit.ReadProcesses, Permit.ReadSourcing, Permit.ReadPeople, Permit.ReadLedger);

    /// <summary>What the role may do; nothing when it is none that exists.</summary>
    public static IReadOnlySet<Permit> PermitsOf(Role role) => _permits.GetValueOrDefault(role, FrozenSet<Permit>.Empty);
}
