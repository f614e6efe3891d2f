using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Providers;

namespace Pupitre.TwoSides.Sides;

/// <summary>What somebody owes one company.</summary>
/// <param name="Path">Where it is shown.</param>
internal sealed record OwedLine(string Company, string Path, int Missing, int Coming, DateOnly? NextDay, int ToAnswer);

/// <summary>
/// What one person of a provider owes, a line for each company that they serve. Each company is entered by itself: nothing but these
/// figures crosses.
/// </summary>
public sealed class ReadOwed(Db db, IServiceScopeFactory scopes, IClock clock)
{
    private const int MostCompanies = 200;

    internal async Task<IReadOnlyList<OwedLine>> RunAsync(Guid accountId, CancellationToken token)
    {
        var places = await db.Memberships.AsNoTracking()
            .Where(row => row.AccountId == accountId && row.Role == Role.Provider && row.ScopeKind == Provider.Kind && row.ScopeId != null)
            .OrderBy(row => row.Company.Name).Take(MostCompanies).Select(row => new { row.Company, Provider = row.ScopeId!.Value })
                .ToListAsync(token);
        var lines = new List<OwedLine>();
        foreach (var place in places)
        {
            await using var scope = scopes.CreateAsyncScope();
            var tenant = scope.ServiceProvider.GetRequiredService<Tenant>();
            tenant.EnterAsProgram(place.Company);
            var view = await scope.ServiceProvider.GetRequiredService<ReadSide>()
                .RunAsync(place.Provider, clock.GetCurrentInstant(), token);
            lines.Add(new OwedLine(
                place.Company.Name, tenant.Path("providers", place.Provider, "side"), view.Missing, view.Owed.Count - view.Missing,
                    view.NextDay,
                view.ToAnswer.Count));
        }

        return [.. lines.OrderBy(line => line.NextDay ?? DateOnly.MaxValue)];
    }
}
