using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ui;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Contracts;

/// <summary>The providers and processes that the forms offer.</summary>
public sealed class ContractChoices(Db db)
{
    private const int MostChoices = 500;

    public async Task<Lists> RunAsync(CancellationToken token) => new(
        [.. (await db.Set<Provider>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.Name).Take(MostChoices)
            .Select(row => new { row.Id, row.Name }).ToListAsync(token)).Select(row => new Choice(row.Id.ToString(), row.Name))],
        [.. (await db.Set<Process>().AsNoTracking().Where(row => row.ArchivedAt == null).OrderBy(row => row.FoldedName).Take(MostChoices)
            .Select(row => new { row.Id, row.Name }).ToListAsync(token)).Select(row => new Choice(row.Id.ToString(), row.Name))]);

    /// <summary>What can be chosen.</summary>
    public sealed record Lists(IReadOnlyList<Choice> Providers, IReadOnlyList<Choice> Processes)
    {
        /// <summary>The name behind a key; the key itself when it is not offered any more.</summary>
        public string NameOf(string key) => Providers.Concat(Processes).FirstOrDefault(choice => choice.Value == key)?.Text ?? key;
    }
}
