using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;
using Pupitre.TwoSides.Contests;
using Pupitre.TwoSides.Credits;
using Pupitre.TwoSides.Sample;
using Pupitre.TwoSides.Sides;
using Pupitre.TwoSides.Statements;

namespace Pupitre.TwoSides;

/// <summary>
/// What both sides see and settle: disputes told and answered, what a provider's people see and do, closed months, credits, invoices.
/// </summary>
public sealed class TwoSidesModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        CreditPlan.Kind or CreditClaim.Kind or ProviderInvoice.Kind or PriceIndex.Kind => "contracts",
        _ => null,
    };

    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        subject.Kind is MonthStatement.Kind or StatementPlan.Kind ? StatementPath(subject, details)
        : CreditWords.PathOf(subject.Kind, details);

    // A statement is found by its contract and month, whatever its key; where the months begin is in their list.
    private static string StatementPath(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        subject.Kind == MonthStatement.Kind && details.TryGetValue("ContractId", out var contract)
            && details.TryGetValue("StatementMonth", out var month)
            ? $"statements/{contract}/{month}" : "statements";

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        ContestsSetup.Register(services);
        SidesSetup.Register(services);
        StatementsSetup.Register(services);
        CreditsSetup.Register(services);
        services.AddScoped<ISampleChapter, ContestSome>().AddScoped<AnswerSample>().AddScoped<ISampleChapter, InviteClerk>()
            .AddScoped<ISampleChapter, TryCredits>().AddScoped<ISampleChapter, ClaimOneCredit>();
        services.AddScoped<ISampleChapter, CloseSampleMonths>().AddScoped<ISampleChapter, CorrectSampleMonth>().AddScoped<CloseMonthsOf>();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        StatementsModel.Configure(model);
        CreditsModel.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        ContestsSetup.MapRoutes(routes);
        SidesSetup.MapRoutes(routes);
        StatementsSetup.MapRoutes(routes);
        CreditsSetup.MapRoutes(routes);
    }

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(MenuGroup.Providers, 45, "statements", () => Texts.Statement_Menu, Permit.ReadService),
        new MenuItem(MenuGroup.Providers, 50, "disputes", () => Texts.Dispute_Menu, Permit.ReadService),
    ];

    public override IEnumerable<(string Table, string Column)> ErasableColumns =>
        [("statement_comments", "by_name"), ("statement_comments", "text")];

    public override IEnumerable<string> AppendOnlyTables => StatementsModel.AppendOnlyTables;
}
