using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Today;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Sourcing.Contracts;

namespace Pupitre.TwoSides.Credits;

/// <summary>Registers service credits, and the invoices that they are a share of.</summary>
internal static class CreditsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<SaveCreditPlan>().AddScoped<ReadCredits>().AddScoped<SettleCredit>();
        services.AddScoped<EnterInvoice>().AddScoped<ReadInvoices>().AddScoped<SaveIndexation>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 16, Permit.ReadService,
            typeof(ContractCredits))
        { IsForWholeCompany = true });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => CreditRoutes.Map(routes);
}
