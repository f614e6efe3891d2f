using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Kernel.Commitments;
using Pupitre.Platform;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Ledger;
using Pupitre.Platform.Links;
using Pupitre.Platform.People;
using Pupitre.Platform.Tenancy;
using Pupitre.ServiceLevels.Disputes;
using Pupitre.Sourcing.Providers;

namespace Pupitre.TwoSides.Sides;

/// <summary>
/// Lets somebody see a company from the side of one provider: one of its people, signed in or by a link, or the company itself, which may
/// see what it shows. What is read behind it is the whole company's, as kept for all; <see cref="ReadSide"/> gives out what is the
/// provider's.
/// </summary>
public sealed class EnterSide(IServiceScopeFactory scopes, Tenant tenant, UseLink links)
{
    /// <summary>What a link to a provider's side is good for.</summary>
    public const string Purpose = "provider-side";

    /// <summary>For a page of the company.</summary>
    /// <exception cref="NotFound">There is no such provider, or the person belongs to another one.</exception>
    public async Task<SideDoor> OfPageAsync(Guid providerId, CancellationToken token)
    {
        if (tenant.Scope is { } own && own != new SubjectRef(Provider.Kind, providerId))
        {
            throw new NotFound();
        }

        var door = new SideDoor(scopes.CreateAsyncScope(), tenant.Company);
        try
        {
            await door.EnterAsync(providerId, token);
            if (tenant.Allows(Permit.ActForSide) && tenant.AccountId is { } account)
            {
                await door.ActAsync(account, tenant.PersonName, token);
            }

            return door;
        }
        catch
        {
            await door.DisposeAsync();
            throw;
        }
    }

    /// <summary>For the page of a link. Finding it changes nothing.</summary>
    /// <returns>No door for a link that does not work, or whose person is of no provider any more.</returns>
    public async Task<(LinkState State, SideDoor? Door)> OfLinkAsync(string? secret, CancellationToken token)
    {
        var (state, link) = await links.FindAsync(Purpose, secret, token);
        if (state != LinkState.Good)
        {
            return (state, null);
        }

        var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<EnterLink>().RunAsync(link!, token) is not { } company)
        {
            await scope.DisposeAsync();
            return (LinkState.Revoked, null);
        }

        var door = new SideDoor(scope, company);
        if (await door.EnterOfAsync(link!.SubjectId, token))
        {
            return (LinkState.Good, door);
        }

        await door.DisposeAsync();
        return (LinkState.Revoked, null);
    }
}

/// <summary>A company entered for one provider's side: its services, and who acts there.</summary>
public sealed class SideDoor(AsyncServiceScope scope, Company company) : IAsyncDisposable
{
    public Company Company { get; } = company;

    public Provider Provider { get; private set; } = null!;

    /// <summary>Who contests and answers here; null for whoever only looks.</summary>
    public Disputant? Who { get; private set; }

    public DisputeSides Sides => new(Company.Name, Provider.Name);

    public T Get<T>()
        where T : notnull => scope.ServiceProvider.GetRequiredService<T>();

    /// <summary>Behind it is only read from here on: where the company's facts stand is asked once.</summary>
    public SideDoor ToRead()
    {
        Get<KindHeads>().AskOnce();
        return this;
    }

    public ValueTask DisposeAsync() => scope.DisposeAsync();

    internal async Task EnterAsync(Guid providerId, CancellationToken token)
    {
        Get<Tenant>().EnterAsProgram(Company);
        Provider = await Get<Db>().Set<Provider>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == providerId, token)
            ?? throw new NotFound();
    }

    /// <summary>Enters for the provider of a person.</summary>
    internal async Task<bool> EnterOfAsync(Guid personId, CancellationToken token)
    {
        var person = await Get<Db>().Set<Person>().AsNoTracking().SingleOrDefaultAsync(row => row.Id == personId, token);
        if (person?.Side is not { Kind: Provider.Kind } side)
        {
            return false;
        }

        await EnterAsync(side.Id, token);
        Who = new Disputant(Party.Provider, null, person.Name, person.Function);
        return true;
    }

    internal async Task ActAsync(Guid account, string name, CancellationToken token)
    {
        var role = await Get<Db>().Set<Person>().Where(row => row.AccountId == account && row.SideId == Provider.Id)
            .Select(row => row.Function).FirstOrDefaultAsync(token);
        Who = new Disputant(Party.Provider, account, name, role);
    }
}
