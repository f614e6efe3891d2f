using Microsoft.EntityFrameworkCore;
using Pupitre.Evidence.Events;
using Pupitre.Evidence.Sources;
using Pupitre.Kernel;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Tenancy;
using Pupitre.Platform.Words;
using Pupitre.Recognition.Tables;

namespace Pupitre.Flows.Cases;

/// <summary>Finds cases by their name: an invoice, a question, a ticket. There may be a million, so that the database looks, which folds no accents: a name that has some is found as it is written.</summary>
internal sealed class SearchCases(Db db, Tenant tenant) : ISearch
{
    public int Order => 40;

    public string Kind => Texts.Flow_Cases;

    public Permit Permit => Permit.ReadService;

    public async Task<IReadOnlyList<SearchHit>> RunAsync(SearchWords words, int most, CancellationToken token)
    {
        var rows = db.Set<StoredCase>().AsNoTracking();
        foreach (var (typed, folded) in words.Both)
        {
#pragma warning disable CA1304, CA1311, CA1862 // The database does it, by its own rules.
            rows = rows.Where(row => row.Name.ToLower().Contains(folded) || row.Name.Contains(typed));
#pragma warning restore CA1304, CA1311, CA1862
        }

        var found = await rows.OrderBy(row => row.Name).Take(most)
            .Select(row => new
            {
                row.Id,
                row.Name,
                Source = db.Set<EvidenceSource>().Where(source => source.Number == row.Source).Select(source => source.Name).FirstOrDefault(),
                First = db.Set<StoredEvent>().Where(item => item.CaseId == row.Id).Min(item => (long?)((item.At * 2) + item.IsDay)),
            }).ToListAsync(token);
        return [.. found.Select(row => new SearchHit(row.Name, $"flows/cases/{row.Id}", row.First is { } first ? Texts.Flow_CaseFound.With(row.Source, DayOf(first)) : row.Source))];
    }

    // The first moment of its events, of which the last bit says whether it is a day.
    private string DayOf(long first) => Moments.Short((first & 1) == 1 ? EvidenceTime.ToDay(first >> 1) : EvidenceTime.ToInstant(first >> 1).InZone(tenant.Zone).Date.ToDateOnly());
}
