using System.Globalization;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Bulk;

/// <summary>What of a process is changed in bulk, at one moment.</summary>
public sealed record BulkState(Domain Domain, Criticality Criticality, Guid? PilotId, Guid? DeputyId, SensitiveData Sensitive,
    bool IsArchived)
{
    internal IEnumerable<Guid> People => new[] { PilotId, DeputyId }.OfType<Guid>();

    internal static BulkState Of(Process process) =>
        new(process.Domain, process.Criticality, process.PilotId, process.DeputyId, process.Sensitive, process.IsArchived);
}

/// <summary>How one process is put back: its version after the change, and what it was before.</summary>
public sealed record BulkUndo(Guid Id, long Version, BulkState Was)
{
    private const char Between = '|';

    /// <summary>As a field of a form carries it.</summary>
    public string Write() => string.Join(
        Between, Id, Version.ToString(CultureInfo.InvariantCulture), Was.Domain, Was.Criticality, Was.PilotId, Was.DeputyId,
        ((int)Was.Sensitive).ToString(CultureInfo.InvariantCulture), Was.IsArchived ? "1" : "0");

    /// <summary>Null for what is no such field.</summary>
    public static BulkUndo? Read(string? text)
    {
        if (text?.Split(Between) is not [var id, var version, var domain, var criticality, var pilot, var deputy, var sensitive,
            var archived]
            || !Guid.TryParse(id, out var key)
            || !long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            || !Enum.TryParse<Domain>(domain, out var where) || !Enum.IsDefined(where)
            || !Enum.TryParse<Criticality>(criticality, out var weight) || !Enum.IsDefined(weight)
            || !int.TryParse(sensitive, NumberStyles.None, CultureInfo.InvariantCulture, out var data)
            || (data & ~Enum.GetValues<SensitiveData>().Aggregate(0, (all, one) => all | (int)one)) != 0)
        {
            return null;
        }

        return new BulkUndo(key, number, new BulkState(where, weight, Person(pilot), Person(deputy), (SensitiveData)data, archived == "1"));
    }

    private static Guid? Person(string text) => Guid.TryParse(text, out var id) ? id : null;
}
