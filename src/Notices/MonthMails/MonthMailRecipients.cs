using Microsoft.EntityFrameworkCore;
using Pupitre.Notices.Deposits;
using Pupitre.Platform.Data;
using Pupitre.Platform.People;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.MonthMails;

/// <summary>Who of a provider is written to about a contract, with their deposit link where they have one.</summary>
internal sealed record MonthRecipient(string Name, string Address, DepositLink? Link);

/// <summary>
/// Finds whom a contract's month is summed up for: whoever may hand over its files; where nobody does, who does the work at the provider;
/// where nobody is named, its own address. Two queries.
/// </summary>
internal sealed class MonthMailRecipients(Db db, DepositEnd end)
{
    /// <param name="contractId">One contract; null for all of the company.</param>
    public async Task<Func<Guid, Provider, IReadOnlyList<MonthRecipient>>> ReadAsync(Guid? contractId, CancellationToken token)
    {
        var today = end.Today;
        var links = (await db.Set<DepositLink>()
            .Where(row => contractId == null || row.ContractId == contractId)
            .Where(row => row.RevokedAt == null && row.Until >= today && row.Email != "")
            .OrderBy(row => row.MadeAt).ToListAsync(token)).ToLookup(row => row.ContractId);
        var contacts = (await (from contact in db.Set<ProviderContact>().AsNoTracking()
                               join person in db.Set<Person>() on contact.PersonId equals person.Id
                               where person.Email != null
                               orderby contact.Place
                               select new { contact.ProviderId, contact.Duty, person.Name, person.Email }).ToListAsync(token))
            .ToLookup(row => row.ProviderId);
        return (contract, provider) =>
        {
            var named = links[contract].DistinctBy(row => row.Email, StringComparer.OrdinalIgnoreCase).ToList();
            if (named.Count > 0)
            {
                return [.. named.Select(row => new MonthRecipient(row.PersonName, row.Email, row))];
            }

            var clerk = contacts[provider.Id].OrderByDescending(row => row.Duty.Does()).FirstOrDefault();
            return clerk is not null ? [new MonthRecipient(clerk.Name, clerk.Email!, null)]
                : provider.Email is { } email ? [new MonthRecipient(provider.Name, email, null)]
                : [];
        };
    }
}
