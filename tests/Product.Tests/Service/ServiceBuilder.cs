using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Files;
using Pupitre.Evidence.Imports;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Recognition.Tables;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Profile;
using Pupitre.Start.FirstRun;

namespace Pupitre.Product.Tests.Service;

/// <summary>Fills a company with commitments, proofs and events, as a story would, without going through files.</summary>
internal sealed class ServiceBuilder(IServiceProvider services)
{
    public const int PayslipsTemplate = 2;
    public const int VariablesTemplate = 1;
    public const int QuestionsTemplate = 12;

    private static readonly Instant _recorded = Instant.FromUtc(2026, 1, 5, 8, 0);

    private Db Db => services.GetRequiredService<Db>();

    /// <summary>Hands work over: the ready commitments with those numbers, at a provider of that name.</summary>
    public async Task HandOverAsync(Tile tile, string provider, params int[] templates)
    {
        var input = new FirstRunInput
        {
            Tiles =
            [
                new TileInput
                {
                    Tile = tile,
                    HandedOver = true,
                    ProviderName = provider,
                    ProviderEmail = "contact@" + provider.ToLowerInvariant().Replace(' ', '-') + ".fr",
                    ContractStart = new DateOnly(2024, 1, 1),
                    ContractMonths = 12,
                    NoticeMonths = 3,
                    Templates = [.. templates.Select(number => new TemplateChoice { Number = number, Wanted = true })],
                },
            ],
            Profile = new ProfileInput { Employees = 40, PayDay = 28, VatDay = 19 },
        };
        var known = await Db.Set<CompanyProfile>().AsNoTracking().SingleOrDefaultAsync();
        input.Profile.Version = known?.Version ?? 0;
        await services.GetRequiredService<SetUpOutsourcing>().RunAsync(input, CancellationToken.None);
    }

    public async Task<Commitment> CommitmentAsync(int template) =>
        await Db.Set<Commitment>().AsNoTracking().Include(row => row.Versions).SingleAsync(row => row.TemplateNumber == template);

    /// <summary>Puts a proof on a due date.</summary>
    public async Task<OccurrenceProof> ProveAsync(Guid commitment, string occurrence, ProofMoment moment, SourceClass attestedBy, string reason = "Courriel du prestataire")
    {
        var proof = OccurrenceProof.Create(commitment, occurrence, moment, attestedBy, null, ProofReason.Of(ReasonKind.Sentence, reason), _recorded, null);
        Db.Add(proof);
        Db.Record("EvidencePlaced", new SubjectRef(OccurrenceProof.Kind, proof.Id));
        await Db.SaveChangesAsync();
        return proof;
    }

    /// <summary>Brings cases into a source of their own, on which the commitment is measured.</summary>
    public async Task<EvidenceSource> ImportAsync(Guid commitment, SourceRules rules, IEnumerable<IncomingEvent> events, string name = "Tickets")
    {
        var source = await services.GetRequiredService<CreateSource>().RunAsync(name, SourceOrigin.Table, null, null, rules, CancellationToken.None);
        Db.Add(SourceUse.Create(commitment, source.Id));
        await ImportAsync(source, events);
        return source;
    }

    /// <param name="at">When it is brought; null for long ago.</param>
    public async Task<Import> ImportAsync(EvidenceSource source, IEnumerable<IncomingEvent> events, Instant? at = null)
    {
        var import = Import.Start(source, "00", "questions.csv", 1, takesGoodRowsOnly: true, at ?? _recorded, null);
        Db.Add(import);
        await Db.SaveChangesAsync();
        await using (await services.GetRequiredService<SourceWriting>().EnterAsync(Db, source.Number, CancellationToken.None))
        {
            using var write = new WriteEvents(Db, source.Number, import);
            await write.OpenAsync(CancellationToken.None);
            foreach (var item in events)
            {
                if (write.Add(item))
                {
                    await write.FlushAsync(CancellationToken.None);
                }
            }

            await write.FlushAsync(CancellationToken.None);
            import.Finish(write.Counts, write.KnownUntil(DateTimeZone.Utc, Instant.MaxValue), write.Digest(), at ?? _recorded);
        }

        Db.Record("ImportEnded", new SubjectRef(Import.Kind, import.Id));
        await Db.SaveChangesAsync();
        return import;
    }

    public static IncomingEvent Event(string caseName, string activity, Instant at, int line, string? transition = null) =>
        new() { Case = caseName, Activity = activity, Transition = transition, At = EvidenceTime.Of(at), Line = line };

    /// <summary>An event of which only the day is known.</summary>
    public static IncomingEvent On(string caseName, string activity, DateOnly day, int line) =>
        new() { Case = caseName, Activity = activity, IsDay = true, At = EvidenceTime.Of(day), Line = line };
}
