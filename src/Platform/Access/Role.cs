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

    /// <summary>
    /// Somebody of a provider: sees what was agreed with their firm and how it comes out, contests and answers; nothing else.
    /// </summary>
    Provider,
}

/// <summary>The one table from roles to permits.</summary>
public static class Roles
{
    private static readonly FrozenSet<Permit> _reading =
        FrozenSet.Create(Permit.ReadProcesses, Permit.ReadSourcing, Permit.ReadService, Permit.ReadPeople, Permit.SeeSide,
            Permit.ReadLedger);

    private static readonly FrozenSet<Permit> _side = FrozenSet.Create(Permit.SeeSide, Permit.ActForSide);

    private static readonly FrozenDictionary<Role, FrozenSet<Permit>> _permits = new Dictionary<Role, FrozenSet<Permit>>
    {
        [Role.Owner] = Enum.GetValues<Permit>().Except([Permit.ActForSide]).ToFrozenSet(),
        [Role.Pilot] = Enum.GetValues<Permit>().Except([Permit.AdministerCompany, Permit.ActForSide]).ToFrozenSet(),
        [Role.Referent] = _reading.Append(Permit.AddEvidence).ToFrozenSet(),
        [Role.Reader] = _reading,
    }.ToFrozenDictionary();

    /// <summary>
    /// What somebody who is limited to a provider may do: read what was agreed with it. Figures are computed for the whole company and kept
    /// for everybody, so they are not shown.
    /// </summary>
    private static IReadOnlySet<Permit> Limited { get; } = FrozenSet.Create(Permit.ReadProcesses, Permit.ReadSourcing, Permit.ReadPeople,
        Permit.ReadLedger);

    /// <summary>What the role may do; nothing when it is none that exists. Nobody is of a provider without being limited to it.</summary>
    public static IReadOnlySet<Permit> PermitsOf(Role role, bool isLimited = false) => isLimited ? (role == Role.Provider ? _side : Limited)
        : _permits.GetValueOrDefault(role, FrozenSet<Permit>.Empty);
}
