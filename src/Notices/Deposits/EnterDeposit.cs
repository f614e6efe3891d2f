using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Pupitre.Platform.Data;
using Pupitre.Platform.Links;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.Deposits;

/// <summary>How somebody stands who comes by a deposit link.</summary>
internal enum DepositDoorState
{
    Open,

    /// <summary>There is no such link: it was cut, or is for something else.</summary>
    Unknown,
    Expired,

    /// <summary>It was revoked, or whoever it was made for is of that firm no more.</summary>
    Revoked,

    /// <summary>The contract is over, and the time to hand back too.</summary>
    Ended,

    /// <summary>Whoever has it is signed in as somebody else.</summary>
    SomebodyElse,
}

/// <summary>
/// Lets somebody in by a deposit link. What does not open says why, and nothing of the company. Finding it changes nothing.
/// </summary>
public sealed class EnterDeposit(OpenLink open)
{
    /// <param name="visitor">Who is signed in in that browser, if anybody is: a link that was passed on opens nothing to them.</param>
    internal async Task<DepositDoor> RunAsync(string? secret, ClaimsPrincipal visitor, CancellationToken token)
    {
        var opened = await open.RunAsync(DepositLink.Purpose, secret, token);
        if (opened.State != LinkState.Good)
        {
            return new DepositDoor(opened, opened.State switch
            {
                LinkState.Expired => DepositDoorState.Expired,
                LinkState.Unknown => DepositDoorState.Unknown,
                _ => DepositDoorState.Revoked,
            });
        }

        try
        {
            return await BehindAsync(opened, visitor, token);
        }
        catch
        {
            await opened.DisposeAsync();
            throw;
        }
    }

    private static async Task<DepositDoor> BehindAsync(OpenedLink opened, ClaimsPrincipal visitor, CancellationToken token)
    {
        var db = opened.Get<Db>();
        var found = await (from link in db.Set<DepositLink>().AsNoTracking()
                           join contract in db.Set<Contract>() on link.ContractId equals contract.Id
                           join provider in db.Set<Provider>() on link.ProviderId equals provider.Id
                           join person in db.Set<Person>() on link.PersonId equals person.Id
                           where link.Id == opened.Link!.SubjectId && person.SideId == link.ProviderId
                           select new { link, contract, provider, person.AccountId, person.Email }).SingleOrDefaultAsync(token);
        if (found is null || found.link.RevokedAt is not null)
        {
            return new DepositDoor(opened, DepositDoorState.Revoked);
        }

        var end = opened.Get<DepositEnd>();
        if (found.contract.IsArchived || found.provider.IsArchived || await end.LastDayAsync(found.contract, token) < end.Today)
        {
            return new DepositDoor(opened, DepositDoorState.Ended);
        }

        return await IsSomebodyElseAsync(db, visitor, (found.AccountId, found.Email, found.link.Email), token)
            ? new DepositDoor(opened, DepositDoorState.SomebodyElse)
            : new DepositDoor(opened, DepositDoorState.Open) { Found = new DepositPlace(found.link, found.contract, found.provider) };
    }

    private static async Task<bool> IsSomebodyElseAsync(
        Db db, ClaimsPrincipal visitor, (Guid? Account, string? Email, string SentTo) person, CancellationToken token)
    {
        if (!Guid.TryParse(visitor.FindFirstValue(ClaimTypes.NameIdentifier), out var id) || id == person.Account)
        {
            return false;
        }

        var email = await db.Users.Where(row => row.Id == id).Select(row => row.Email).SingleOrDefaultAsync(token);
        return email is null || !(email.Equals(person.Email, StringComparison.OrdinalIgnoreCase)
            || email.Equals(person.SentTo, StringComparison.OrdinalIgnoreCase));
    }
}

/// <summary>For what a link opens.</summary>
internal sealed record DepositPlace(DepositLink Link, Contract Contract, Provider Provider);

/// <summary>A deposit link that somebody came by: what it opens, or why it opens nothing. Always to be disposed of.</summary>
internal sealed class DepositDoor(OpenedLink opened, DepositDoorState state) : IAsyncDisposable
{
    public DepositDoorState State { get; } = state;

    /// <summary>Null where it opens nothing.</summary>
    public DepositPlace? Found { get; init; }

    public Company Company => opened.Company!;

    public T Get<T>()
        where T : notnull => opened.Get<T>();

    public ValueTask DisposeAsync() => opened.DisposeAsync();
}
