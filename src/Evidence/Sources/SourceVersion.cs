using System.Text.Json;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Sources;

/// <summary>
/// How the rows of a source are read and who attests its events, from one correction to the next. Never changed: a correction is a
/// new version, which reclassifies what is stored without importing it again.
/// </summary>
public sealed class SourceVersion : ICompanyOwned
{
    public const int MaxReasonLength = 500;

    private SourceVersion()
    {
    }

    public Guid Id { get; private init; } = Guid.CreateVersion7();

    public Guid CompanyId { get; private init; }

    public Guid SourceId { get; private init; }

    /// <summary>From 1, without gaps.</summary>
    public int Number { get; private init; }

    /// <summary>How columns become events; null for a source without a table.</summary>
    public string? MappingJson { get; private init; }

    /// <summary>Who attests, in the shape of the member <c>sources</c> of a measured commitment.</summary>
    public string RulesJson { get; private init; } = "";

    /// <summary>Who attests.</summary>
    internal SourceRules Rules => ReadRules(RulesJson);

    /// <summary>Why it was corrected.</summary>
    public string? Reason { get; private init; }

    public Instant MadeAt { get; private init; }

    public Guid? MadeBy { get; private init; }

    internal static SourceRules ReadRules(string json)
    {
        using var document = JsonDocument.Parse(json);
        return SourceRules.FromJson(document.RootElement);
    }

    internal static SourceVersion Create(Guid sourceId, int number, string? mappingJson, string rulesJson, string? reason, Instant madeAt, Guid? madeBy) => new()
    {
        SourceId = sourceId,
        Number = number,
        MappingJson = mappingJson,
        RulesJson = rulesJson,
        Reason = reason,
        MadeAt = madeAt,
        MadeBy = madeBy,
    };
}
