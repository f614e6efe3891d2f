using System.Resources;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Pupitre.ContractLife.Acceptances;
using Pupitre.ContractLife.Clauses;
using Pupitre.ContractLife.ContractMails;
using Pupitre.ContractLife.Sample;
using Pupitre.ContractLife.Terms;
using Pupitre.Platform.Access;
using Pupitre.Platform.Extension;
using Pupitre.Platform.Ledger;
using Pupitre.Sample;

namespace Pupitre.ContractLife;

/// <summary>What happens to a contract once it is there: its clauses read, what was agreed accepted, its terms decided in time.</summary>
public sealed class ContractLifeModule : Module
{
    public override ResourceManager Wording => Texts.ResourceManager;

    public override string? PathOf(SubjectRef subject) => subject.Kind switch
    {
        ContractDecision.Kind => "decision-dates",
        ClauseChecklist.Kind => "clauses",
        _ => null,
    };

    public override string? PathOf(SubjectRef subject, IReadOnlyDictionary<string, string> details) =>
        !details.TryGetValue("ContractId", out var contract) ? null : subject.Kind switch
        {
            ContractDecision.Kind => $"contracts/{contract}/decision",
            ContractMailRefusal.Kind => $"contracts/{contract}",
            ClauseChecklist.Kind => $"contracts/{contract}/clauses",
            _ => null,
        };

    public override string? ValueOf(string key, string text) => key == "Clauses" ? ClauseWords.Decode(text) : null;

    public override void Register(IServiceCollection services)
    {
        services.AddValidation();
        TermsSetup.Register(services);
        ClausesSetup.Register(services);
        AcceptancesSetup.Register(services);
        ContractMailsSetup.Register(services);
        services.AddScoped<ISampleChapter, ReadSampleClauses>().AddScoped<ISampleChapter, DecideTerms>()
            .AddScoped<ISampleChapter, AcceptByLink>();
    }

    public override void ConfigureModel(ModelBuilder model)
    {
        TermsModel.Configure(model);
        ClausesSetup.Configure(model);
        AcceptancesSetup.Configure(model);
        ContractMailsSetup.Configure(model);
    }

    public override void MapRoutes(IEndpointRouteBuilder routes)
    {
        TermRoutes.Map(routes);
        ClauseRoutes.Map(routes);
        AcceptanceRoutes.Map(routes);
        ContractMailsSetup.Map(routes);
    }

    public override IEnumerable<MenuItem> Menu =>
    [
        new MenuItem(MenuGroup.Providers, 25, "decision-dates", () => Texts.Term_Menu, Permit.ReadSourcing),
        new MenuItem(MenuGroup.Providers, 27, "clauses", () => Texts.Clause_Menu, Permit.ReadSourcing),
    ];
}
