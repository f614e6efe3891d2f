using Microsoft.AspNetCore.Http;
using Pupitre.Kernel;
using Pupitre.Platform;
using Pupitre.Processes.Inventory;

namespace Pupitre.Processes.Bulk;

/// <summary>What is to be changed in several processes at once; what is left out stays as it is in each.</summary>
public sealed record BulkInput(IReadOnlyList<Guid> Processes)
{
    /// <summary>Processes that are changed at once: an address of a server has room for some 180.</summary>
    public const int MaxProcesses = 150;

    /// <summary>Names of the fields of an address.</summary>
    public const string ProcessField = "process";
    public const string DomainField = "domain";
    public const string CriticalityField = "criticality";
    public const string PilotField = "pilot";
    public const string DeputyField = "deputy";
    public const string SensitiveField = "data";
    public const string StateField = "state";

    /// <summary>Value of a field that takes away what stands there.</summary>
    public const string None = "none";

    public const string Archive = "archive";
    public const string Restore = "restore";

    public Domain? Domain { get; init; }

    public Criticality? Criticality { get; init; }

    /// <summary>Null to leave it; the empty key for nobody.</summary>
    public Guid? PilotId { get; init; }

    /// <summary>As <see cref="PilotId"/>.</summary>
    public Guid? DeputyId { get; init; }

    /// <summary>Null to leave it; none of them to say that it handles no such data.</summary>
    public SensitiveData? Sensitive { get; init; }

    /// <summary>True to archive, false to restore, null to leave it.</summary>
    public bool? IsArchived { get; init; }

    public bool IsAny => Domain is not null || Criticality is not null || PilotId is not null || DeputyId is not null
        || Sensitive is not null || IsArchived is not null;

    /// <exception cref="NotFound">The address names what cannot be.</exception>
    /// <exception cref="Refused">It names more processes than are changed at once.</exception>
    public static BulkInput Of(IQueryCollection query)
    {
        var processes = query[ProcessField].Select(text => Key(text!)).Distinct().ToList();
        return processes.Count > MaxProcesses ? throw new Refused(Texts.Bulk_TooMany.With(MaxProcesses)) : new(processes)
        {
            Domain = Word<Domain>(query[DomainField].ToString()),
            Criticality = Word<Criticality>(query[CriticalityField].ToString()),
            PilotId = Person(query[PilotField].ToString()),
            DeputyId = Person(query[DeputyField].ToString()),
            Sensitive = Data([.. query[SensitiveField].OfType<string>().Where(word => word.Length > 0)]),
            IsArchived = query[StateField].ToString() switch { Archive => true, Restore => false, "" => null, _ => throw new NotFound() },
        };
    }

    private static T? Word<T>(string text)
        where T : struct, Enum =>
        text.Length == 0 ? null : Enum.TryParse<T>(text, out var value) && Enum.IsDefined(value) ? value : throw new NotFound();

    private static Guid? Person(string text) => text switch { "" => null, None => Guid.Empty, _ => Key(text) };

    private static Guid Key(string text) => Guid.TryParse(text, out var id) && id != Guid.Empty ? id : throw new NotFound();

    private static SensitiveData? Data(IReadOnlyList<string> words) => words.Count == 0 ? null
        : words.Where(word => word != None).Aggregate(SensitiveData.None, (all, word) =>
            all | (Word<SensitiveData>(word) ?? SensitiveData.None));
}
