using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Words;
using Pupitre.Processes.Inventory;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Sourcing.Contracts;

/// <summary>The providers and processes that the forms offer.</summary>
public sealed class ContractChoices(Db db)
{
    private const int MostChoices = 2000;

    public async Task<Lists> RunAsync(CancellationToken token)
    {
        var rows = await db.Set<Provider>().Where(row => row.ArchivedAt == null).Select(row => new { IsProvider = true, row.Id, row.Name })
            .Concat(db.Set<Process>().Where(row => row.ArchivedAt == null).Select(row => new { IsProvider = false, row.Id, row.Name }))
            .OrderBy(row => row.Name).Take(MostChoices).ToListAsync(token);
        return new Lists(
            [.. rows.Where(row => row.IsProvider).Select(row => new Choice(row.Id.ToString(), row.Name))],
            [.. rows.Where(row => !row.IsProvider).Select(row => new Choice(row.Id.ToString(), row.Name))]);
    }

    /// <summary>What can be chosen.</summary>
    public sealed record Lists(IReadOnlyList<Choice> Providers, IReadOnlyList<Choice> Processes)
    {
        /// <summary>The name behind a key; the key itself when it is not offered any more.</summary>
        public string NameOf(string key) => Providers.Concat(Processes).FirstOrDefault(choice => choice.Value == key)?.Text ?? key;
    }
}
