using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Data;
using Pupitre.Platform.Tenancy;

namespace Pupitre.Product.Tests.Architecture;

/// <summary>The first of the walls between companies stands for every table.</summary>
public sealed class CompanyWallTests(RunningPupitre pupitre) : IClassFixture<RunningPupitre>
{
    /// <summary>Rows that are asked before a company is entered: who belongs where, keys of calendars, and the mails, some of which belong to no company.</summary>
    private static readonly string[] _before = ["AccessKey", "Membership", "OutgoingMail"];

    [Fact]
    public void Every_row_of_a_company_is_filtered()
    {
        using var scope = pupitre.Services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<Db>().Model.GetEntityTypes().ToList();

        entities.Where(entity => typeof(ICompanyOwned).IsAssignableFrom(entity.ClrType) && !entity.IsOwned() && entity.BaseType is null)
            .Where(entity => entity.GetDeclaredQueryFilters().Count == 0).Select(entity => entity.ClrType.Name).ShouldBeEmpty();
    }

    [Fact]
    public void Every_row_that_names_a_company_is_one_of_a_company()
    {
        using var scope = pupitre.Services.CreateScope();
        var entities = scope.ServiceProvider.GetRequiredService<Db>().Model.GetEntityTypes();

        entities.Where(entity => entity.FindProperty("CompanyId") is not null && !typeof(ICompanyOwned).IsAssignableFrom(entity.ClrType))
            .Select(entity => entity.ClrType.Name).Except(_before).ShouldBeEmpty();
    }
}
