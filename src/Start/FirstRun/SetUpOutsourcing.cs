using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Sourcing.Calendars;
using Pupitre.Sourcing.Commitments;
using Pupitre.Sourcing.Profile;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Start.FirstRun;

/// <summary>
/// Makes what the tiles say stand, in one transaction: the company's dates, calendars, processes, providers, contracts and ready
/// commitments. What is there already is found again by its name or number and left as it is, so that running it twice doubles nothing.
/// </summary>
public sealed class SetUpOutsourcing(Db db, DescribeCompany describe, StandardCalendars calendars, SetUpTile setUp)
{
    /// <summary>Commitments count from so many months back, so that files of the past year find their due dates.</summary>
    public const int MonthsBack = 15;

    /// <returns>What stands now that did not before, and the tiles whose provider has nothing to show in the grid.</returns>
    public async Task<SetUpResult> RunAsync(FirstRunInput input, CancellationToken token)
    {
        var (providers, commitments) = await CountAsync(token);
        await using var transaction = await db.Database.BeginTransactionAsync(token);
        var profile = await DescribeAsync(input.Profile, token);
        await calendars.RunAsync(token);
        foreach (var tile in input.Tiles.Where(tile => tile.IsWanted))
        {
            await setUp.RunAsync(tile, profile, token);
        }

        await transaction.CommitAsync(token);
        var now = await CountAsync(token);
        var there = await db.Set<Commitment>().Where(row => row.ArchivedAt == null).Select(row => row.Domain).Distinct().ToListAsync(token);
        return new SetUpResult(
            now.Providers - providers, now.Commitments - commitments,
            [.. input.Tiles.Where(tile => tile.IsWanted && !Tiles.DomainsOf(tile.Tile).Any(there.Contains)).Select(tile => tile.Tile)]);
    }

    private async Task<(int Providers, int Commitments)> CountAsync(CancellationToken token) =>
        (await db.Set<Provider>().CountAsync(row => row.ArchivedAt == null, token), await db.Set<Commitment>().CountAsync(row => row.ArchivedAt == null, token));

    // The same form sent twice changes nothing the second time, though the profile has moved on since it was opened.
    private async Task<CompanyProfile> DescribeAsync(ProfileInput input, CancellationToken token)
    {
        var now = await describe.PrepareAsync(token);
        var isSame = (now.Employees, now.ClosingMonth, now.ClosingDay, now.VatRegime, now.VatDay, now.PayDay, now.PaidWithinMonth)
            == (input.Employees, input.ClosingMonth, input.ClosingDay, input.VatRegime, input.VatDay, input.PayDay, input.PaidWithinMonth);
        return isSame && await db.Set<CompanyProfile>().SingleOrDefaultAsync(token) is { } known ? known : await describe.RunAsync(input, token);
    }
}
