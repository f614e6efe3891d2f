using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;
using Pupitre.Product.Tests.Architecture;
using Pupitre.ServiceLevels.Sample;

namespace Pupitre.Product.Tests;

/// <summary>The running program with the sample company in it, loaded once; for tests that read it and leave it as it is.</summary>
public sealed class SampledPupitre : IAsyncLifetime
{
    public RunningPupitre Pupitre { get; } = new();

    public TestCompany Company { get; private set; } = null!;

    /// <summary>An address with real values in it for each page of the company, as following its links finds them.</summary>
    public IReadOnlyDictionary<string, string> Addresses { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Pupitre.InitializeAsync();
        var owner = await Pupitre.HaveCompanyAsync();
        Company = await LoadAsync(owner);
        using var browser = Pupitre.Browser();
        await browser.SignInAsync(Company);
        Addresses = await PageWalk.FindAddressesAsync(browser, Company.Slug);
    }

    public ValueTask DisposeAsync() => Pupitre.DisposeAsync();

    /// <summary>The address of a page, or a failure that says that no link leads there.</summary>
    public string AddressOf(string template) => Addresses.TryGetValue(template, out var address)
        ? address
        : throw new ShouldAssertException($"No link leads to {template} from the first page of the sample company.");

    private async Task<TestCompany> LoadAsync(TestCompany owner)
    {
        var (culture, uiCulture) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        await using var outer = Pupitre.Services.CreateAsyncScope();
        var account = await outer.ServiceProvider.GetRequiredService<Db>().Users.SingleAsync(row => row.Email == owner.Email);
        var (company, _) = await outer.ServiceProvider.GetRequiredService<CreateSampleCompany>().RunAsync(account.Id, CancellationToken.None);
        await using var inner = Pupitre.Services.CreateAsyncScope();
        inner.ServiceProvider.GetRequiredService<Tenant>().Enter(company, account.Id, Roles.PermitsOf(Role.Owner));
        await inner.ServiceProvider.GetRequiredService<LoadSampleCompany>().RunAsync((_, _) => Task.CompletedTask, CancellationToken.None);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
        return new TestCompany(company.Slug, company.Id, owner.Email);
    }
}
