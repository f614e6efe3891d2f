using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.ServiceLevels.Evidence.Events;

/// <summary>Reads the cases of sources into memory, each event with who attests it by the rules in force.</summary>
public sealed class ReadCases(Db db, Tenant tenant)
{
    /// <summary>The live events of one source, case by case, each case in time order.</summary>
    public Task<SourceCases> RunAsync(Guid sourceId, CancellationToken token) => throw new NotImplementedException(sourceId + " " + db.CompanyId + tenant.CompanyId + token.IsCancellationRequested);

    /// <summary>Where the evidence of the company stands: the key of a cache over it.</summary>
    public Task<EvidencePosition> PositionAsync(CancellationToken token) => throw new NotImplementedException($"{token.IsCancellationRequested}");

    /// <summary>The distinct words that imports brought, for those who choose among them.</summary>
    public Task<SeenWords> SeenAsync(IReadOnlyCollection<Guid> sourceIds, CancellationToken token) => throw new NotImplementedException($"{sourceIds.Count} {token.IsCancellationRequested}");
}
