using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Evidence.Sources;

/// <summary>Opens a source of events, with the first version of how it is read and who attests.</summary>
public sealed class CreateSource(Db db, Tenant tenant, IClock clock)
{
    public async Task<EvidenceSource> RunAsync(string name, SourceOrigin origin, Guid? providerId, string? mappingJson, SourceRules rules, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Length > EvidenceSource.MaxNameLength)
        {
            throw new Refused(Texts.Source_NameMissing.With(EvidenceSource.MaxNameLength), "SourceName");
        }

        var now = clock.GetCurrentInstant();
        var number = new SourceNumber { TakenAt = now };
        db.Add(number);
        await db.SaveChangesAsync(token);
        var source = EvidenceSource.Create(number, name.Trim(), origin, providerId, now);
        db.Add(source);
        db.Add(SourceVersion.Create(source.Id, source.NextVersion(), mappingJson, rules.ToJson().ToJsonString(), reason: null, now, tenant.AccountId));
        db.Record("SourceOpened", new SubjectRef(EvidenceSource.Kind, source.Id), new { source.Name, Rules = rules.ToJson() });
        await db.SaveChangesAsync(token);
        return source;
    }
}
