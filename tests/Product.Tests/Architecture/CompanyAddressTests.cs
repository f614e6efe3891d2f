using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>Words with which an address of the program begins, and the names of companies, never meet.</summary>
[Trait(TestDatabase.Trait, TestDatabase.SqliteOnly)]
public sealed class CompanyAddressTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    [Fact]
    public async Task No_company_is_called_as_a_page_of_the_program()
    {
        await using var scope = pupitre.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Db>();
        List<string> words = [.. Routes().Select(pattern => pattern.PathSegments[0].Parts[0]).OfType<RoutePatternLiteralPart>()
            .Select(part => part.Content).Where(word => !word.Contains('.')).Distinct()];

        words.ShouldContain("account");
        foreach (var word in words)
        {
            (await CompanySlug.FreeAsync(db, word, TestContext.Current.CancellationToken)).ShouldNotBe(word);
        }
    }

    [Fact]
    public async Task An_address_under_a_word_of_the_program_is_no_companys()
    {
        using var nobody = PlainClient.Stranger(pupitre.Address);

        (await nobody.StatusOfAsync("/account/history")).ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private IEnumerable<RoutePattern> Routes() => pupitre.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints)
        .OfType<RouteEndpoint>().Select(endpoint => endpoint.RoutePattern).Where(pattern => pattern.PathSegments.Count > 0);
}
