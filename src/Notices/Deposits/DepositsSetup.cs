using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Gathering.Privacy;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Sourcing.Contracts;
using Pupitre.Sourcing.Providers;

namespace Pupitre.Notices.Deposits;

/// <summary>Registers what a provider's people hand over by a link, without an account.</summary>
internal static class DepositsSetup
{
    public static void Register(IServiceCollection services)
    {
        services.AddScoped<DepositEnd>().AddScoped<MakeDepositLink>().AddScoped<RevokeDepositLink>().AddScoped<DepositLinkMail>()
            .AddScoped<ReadDepositLinks>();
        services.AddSingleton<DepositTurns>().AddScoped<EnterDeposit>().AddScoped<ReadDepositPage>().AddScoped<TakeDeposit>()
            .AddScoped<ReceiptDeposit>().AddScoped<ReadDeposits>().AddScoped<IPersonalData, PersonalDeposits>();
        services.AddSingleton(new PageSection(Contract.SubjectKind, 36, Permit.ReadService, typeof(ContractDeposits))
        {
            IsForWholeCompany = true,
        });
        services.AddSingleton(new PageSection(Provider.Kind, 45, Permit.ReadService, typeof(ProviderDeposits))
        {
            IsForWholeCompany = true,
        });
    }

    public static void MapRoutes(IEndpointRouteBuilder routes) => DepositRoutes.Map(routes);
}
