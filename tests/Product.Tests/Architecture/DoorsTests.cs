using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Data;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Nobody is shown a door that is shut to them: no link and no button of a page leads to what their role does not allow.</summary>
[Collection(SampledCollection.Name)]
public sealed class DoorsTests(SampledPupitre sample)
{
    // A comment is changed by whoever wrote it; to all others that page does not exist (CommentTests).
    private const string OfItsAuthor = "/{company}/processes/{Id:guid}/comments/{Comment:guid}";

    [Theory]
    [Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
    [InlineData(Role.Reader)]
    [InlineData(Role.Referent)]
    [InlineData(Role.Pilot)]
    public async Task Every_link_and_button_of_every_page_is_open_to_whoever_sees_it(Role role)
    {
        var permits = Roles.PermitsOf(role);
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(await HaveMemberAsync(role));
        var shut = new List<string>();

        foreach (var (template, address) in sample.Addresses.Where(known => known.Key != OfItsAuthor
            && permits.Contains(Pages.All.Single(page => page.Template == known.Key).Permits[0])))
        {
            await browser.OpenAsync(address);
            browser.Status.ShouldBe(HttpStatusCode.OK, address);
            shut.AddRange(Doors(browser.Page).Where(door => !IsOpen(door.Method, door.Path, permits)).Select(door => $"{template}: {door.Method} {door.Path}").Distinct());
        }

        shut.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_of_a_shut_door_has_a_menu_that_leads_away()
    {
        using var browser = sample.Pupitre.Browser();
        await browser.SignInAsync(await HaveMemberAsync(Role.Reader));

        await browser.OpenAsync($"/{sample.Company.Slug}/settings");

        browser.Status.ShouldBe(HttpStatusCode.Forbidden);
        browser.Page.QuerySelectorAll(".pu-nav a").Length.ShouldBeGreaterThan(1);
        browser.Page.QuerySelector(".pu-nav a[href$='/settings']").ShouldBeNull();
    }

    private IEnumerable<(string Method, string Path)> Doors(IDocument page) =>
        page.QuerySelectorAll("a[href]").Select(link => (HttpMethods.Get, Url: link.GetAttribute("href")!))
            .Concat(page.QuerySelectorAll("form[method=post][action]").Select(form => (HttpMethods.Post, form.GetAttribute("action")!)))
            .Concat(page.QuerySelectorAll("[formaction]").Select(button => (HttpMethods.Post, button.GetAttribute("formaction")!)))
            .Select(door => (door.Item1, new Uri(new Uri(page.Url), door.Item2).AbsolutePath))
            .Where(door => door.AbsolutePath.StartsWith("/" + sample.Company.Slug + "/", StringComparison.Ordinal));

    private bool IsOpen(string method, string path, IReadOnlySet<Permit> permits)
    {
        var endpoints = sample.Pupitre.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true && Matches(route, path)).ToList();
        return endpoints.Count == 0 || endpoints.Exists(route => route.Metadata.GetMetadata<RequiresPermitAttribute>() is not { } required || permits.Contains(required.Permit));
    }

    private static bool Matches(RouteEndpoint route, string path)
    {
        var pattern = "/" + route.RoutePattern.RawText!.TrimStart('/');
        var expression = Regex.Replace(pattern, @"\{[A-Za-z]+:(?:guid|int|long)\}|\{[^}]+\}", part => part.Value.Contains(":guid", StringComparison.Ordinal) ? "[0-9a-f-]{36}" : part.Value.Contains(':', StringComparison.Ordinal) ? "[0-9]+" : "[^/]+", RegexOptions.None, TimeSpan.FromSeconds(10));
        return Regex.IsMatch(path, "^" + expression + "$", RegexOptions.None, TimeSpan.FromSeconds(10));
    }

    private async Task<TestCompany> HaveMemberAsync(Role role)
    {
        await using var scope = sample.Pupitre.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        var now = sample.Pupitre.Clock.Now;
        var email = $"{role}.{Guid.CreateVersion7():N}@exemple.fr".ToLowerInvariant();
        var account = new Account { UserName = email, Email = email, DisplayName = role.ToString(), CreatedAt = now };
        (await scope.ServiceProvider.GetRequiredService<UserManager<Account>>().CreateAsync(account, RunningPupitre.Password)).Succeeded.ShouldBeTrue();
        var company = await db.Companies.SingleAsync(row => row.Id == sample.Company.Id);
        db.Memberships.Add(Membership.Create(account.Id, company, role, now));
        await db.SaveChangesAsync();
        return sample.Company with { Email = email };
    }
}
