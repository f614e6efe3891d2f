using Microsoft.EntityFrameworkCore;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Tenancy;
using Pupitre.Recognition.Tables;

namespace Pupitre.Intake.Typed;

/// <summary>Types in an event of a case, into the source of what is typed. It is the company's word.</summary>
internal sealed class TypeCase(Db db, CreateSource createSource, RecordEvents record, Tenant tenant, IClock clock)
{
    public async Task RunAsync(TypedInput input, CancellationToken token)
    {
        if (string.IsNullOrWhiteSpace(input.Case) || string.IsNullOrWhiteSpace(input.Activity))
        {
            throw new Refused(Texts.Typed_CaseMissing, "Case");
        }

        var now = clock.GetCurrentInstant();
        var moment = input.MomentAt(now, tenant.Zone);
        var source = await SourceAsync(token);
        var origin = new EventOrigin(Sha256Hex.Of($"{input.Case}\n{input.Activity}\n{moment}\n{now}"), Texts.Typed_Name, 0);
        await record.RunAsync(source.Id, origin, [ToEvent(input, moment)], Tell, token);

        void Tell(Import import) => db.Record("EventTyped", new SubjectRef(Import.Kind, import.Id), new { input.Case, input.Activity, import.Digest });
    }

    private static IncomingEvent ToEvent(TypedInput input, ProofMoment moment) => new()
    {
        Case = input.Case!.Trim().Cut(StoredCase.MaxNameLength),
        Activity = input.Activity!.Trim().Cut(StoredWord.MaxLength),
        At = moment.At is { } at ? EvidenceTime.Of(at) : EvidenceTime.Of(moment.On!.Value),
        IsDay = moment.At is null,
        Line = 1,
    };

    private async Task<EvidenceSource> SourceAsync(CancellationToken token) =>
        await db.Set<EvidenceSource>().FirstOrDefaultAsync(row => row.Origin == SourceOrigin.Typed, token)
        ?? await createSource.RunAsync(Texts.Typed_Name, SourceOrigin.Typed, null, null, new SourceRules(SourceClass.Company, []), token);
}
